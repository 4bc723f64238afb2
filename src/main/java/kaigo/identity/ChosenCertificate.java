package kaigo.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** 選ばれた証明書: on a connection without TLS, what somebody said its certificate is. Only the demo has one. */
public interface ChosenCertificate {

    Optional<CertificateCheck.Accepted> of(HttpServletRequest request);
}

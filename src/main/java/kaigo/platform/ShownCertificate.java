package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import kaigo.api.ApiError;
import kaigo.certificates.CertificateNames;
import kaigo.identity.CertificateCheck;
import kaigo.identity.ClientCertificates;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The client certificate of a request's connection, as the register knows it now; or why the request stops here. */
sealed interface ShownCertificate {

    Logger LOG = LoggerFactory.getLogger(ShownCertificate.class);
    String CHAIN = "jakarta.servlet.request.X509Certificate";

    record Good(CertificateCheck.Accepted client) implements ShownCertificate {}

    /** @param actor whose certificate it was, null if nobody's whom we know */
    record Stopped(ApiError error, @Nullable String actor) implements ShownCertificate {
        Stopped(ApiError error) {
            this(error, null);
        }
    }

    static ShownCertificate of(HttpServletRequest request, ClientCertificates certificates) {
        if (!request.isSecure()) {
            return new Stopped(ApiError.NOT_FOUND);
        }
        if (!(request.getAttribute(CHAIN) instanceof X509Certificate[] chain) || chain.length == 0) {
            return new Stopped(ApiError.CERTIFICATE_MISSING);
        }
        String actor = CertificateNames.findHolder(chain[0])
                .map(holder -> Actors.of(holder, ClientCertificates.fingerprint(chain[0])))
                .orElse(null);
        return of(() -> certificates.check(chain[0]), actor);
    }

    /** Of a system. A browser that another site's page sends here shows its owner's certificate all the same: nothing for it. */
    static ShownCertificate ofSystem(HttpServletRequest request, ClientCertificates certificates) {
        return isSentByAnotherSite(request) ? new Stopped(ApiError.NOT_FOUND) : of(request, certificates);
    }

    /** As browsers say themselves. */
    static boolean isSentByAnotherSite(HttpServletRequest request) {
        String sentBy = request.getHeader("Sec-Fetch-Site");
        return sentBy != null && !sentBy.equals("none") && !sentBy.equals("same-origin");
    }

    /** Of one that no handshake showed. */
    static ShownCertificate of(CertificateCheck.Accepted named, ClientCertificates certificates) {
        return of(
                () -> certificates.check(named.holder(), named.fingerprint()),
                Actors.of(named.holder(), named.fingerprint()));
    }

    private static ShownCertificate of(Supplier<CertificateCheck> check, @Nullable String actor) {
        try {
            return switch (check.get()) {
                case CertificateCheck.Accepted accepted -> new Good(accepted);
                // Whom one names that is not registered is only its own word.
                case CertificateCheck.Refused refused ->
                    new Stopped(errorOf(refused), refused == CertificateCheck.Refused.UNKNOWN ? null : actor);
            };
        } catch (DataAccessException e) {
            LOG.warn(
                    "the register of certificates could not be read: {}",
                    e.getClass().getSimpleName());
            return new Stopped(ApiError.UNAVAILABLE);
        }
    }

    private static ApiError errorOf(CertificateCheck.Refused refused) {
        return switch (refused) {
            case REVOKED -> ApiError.CERTIFICATE_REVOKED;
            case EXPIRED -> ApiError.CERTIFICATE_EXPIRED;
            case UNKNOWN -> ApiError.CERTIFICATE_UNKNOWN;
        };
    }
}

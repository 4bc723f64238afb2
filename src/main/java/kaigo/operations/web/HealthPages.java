package kaigo.operations.web;

import java.util.OptionalInt;
import kaigo.identity.CertificateWarnings;
import kaigo.operations.ChainVerifications;
import kaigo.operations.Health;
import kaigo.shared.OperatorViewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** はじめの画面 of the operator, and 稼働状況. Shows no person's record. */
@Controller
class HealthPages {

    private final Health health;
    private final ChainVerifications verifications;
    private final CertificateWarnings certificates;

    HealthPages(Health health, ChainVerifications verifications, CertificateWarnings certificates) {
        this.health = health;
        this.verifications = verifications;
        this.certificates = certificates;
    }

    /** Opened often: without what has to be counted over all institutions of the country. */
    @GetMapping("/operator")
    ModelAndView start(OperatorViewer viewer) {
        return new ModelAndView("operations/start", "it", look(OptionalInt.empty()));
    }

    @GetMapping("/operator/health")
    ModelAndView all(OperatorViewer viewer) {
        return new ModelAndView("operations/health", "it", look(OptionalInt.of(certificates.countEnding())));
    }

    private HealthView look(OptionalInt ending) {
        return new HealthView(
                health.look(), verifications.list(1).stream().findFirst().orElse(null), ending);
    }
}

package kaigo.operations.web;

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

    HealthPages(Health health, ChainVerifications verifications) {
        this.health = health;
        this.verifications = verifications;
    }

    @GetMapping("/operator")
    ModelAndView start(OperatorViewer viewer) {
        return new ModelAndView("operations/start", "it", look());
    }

    @GetMapping("/operator/health")
    ModelAndView all(OperatorViewer viewer) {
        return new ModelAndView("operations/health", "it", look());
    }

    private HealthView look() {
        return new HealthView(
                health.look(), verifications.list(1).stream().findFirst().orElse(null));
    }
}

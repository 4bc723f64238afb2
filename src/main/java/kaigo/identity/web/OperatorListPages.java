package kaigo.identity.web;

import java.time.InstantSource;
import java.util.Map;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.identity.CareManagers;
import kaigo.identity.CareManagers.Choice;
import kaigo.identity.CertificateWarnings;
import kaigo.screens.Pager;
import kaigo.shared.Days;
import kaigo.shared.OperatorViewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 運用者の一覧: whose certificate ends, and ケアマネ by their numbers (rulings 8). Shows no person's record. */
@Controller
class OperatorListPages {

    private static final int ROWS = 50;
    private static final String CARE_MANAGERS = "/operator/care-managers";

    private final CertificateWarnings warnings;
    private final CareManagers careManagers;
    private final AuditLog audit;
    private final InstantSource clock;

    OperatorListPages(CertificateWarnings warnings, CareManagers careManagers, AuditLog audit, InstantSource clock) {
        this.warnings = warnings;
        this.careManagers = careManagers;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/operator/certificates")
    ModelAndView certificates(OperatorViewer viewer, @RequestParam(name = "page", defaultValue = "1") int wanted) {
        Pager pager = Pager.of("/operator/certificates?", wanted, ROWS, warnings.countEnding());
        return new ModelAndView(
                "identity/operator-certificates",
                "it",
                new OperatorLists.Certificates(
                        warnings.listEnding(pager.offset(), ROWS), pager, Days.of(clock.instant())));
    }

    /** Names and numbers of staff of all institutions: whoever reads them is on record. */
    @GetMapping(CARE_MANAGERS)
    ModelAndView careManagers(
            OperatorViewer viewer,
            @RequestParam(defaultValue = "false") boolean several,
            @RequestParam(name = "page", defaultValue = "1") int wanted) {
        Choice chosen = new Choice("", several);
        Pager pager =
                Pager.of(CARE_MANAGERS + (several ? "?several=true&" : "?"), wanted, ROWS, careManagers.count(chosen));
        audit.record(AuditEntry.of(
                viewer.requestId(),
                AuditEvent.OPERATOR_ACTED,
                viewer.actor(),
                Map.of("action", "CARE_MANAGERS_LISTED")));
        return new ModelAndView(
                "identity/operator-care-managers",
                "it",
                new OperatorLists.CareManagerList(careManagers.list(chosen, pager.offset(), ROWS), chosen, pager));
    }
}

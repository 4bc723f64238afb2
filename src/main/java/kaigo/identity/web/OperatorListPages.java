package kaigo.identity.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.identity.CareManagers;
import kaigo.identity.CareManagers.Choice;
import kaigo.identity.CertificateWarnings;
import kaigo.identity.InstitutionList;
import kaigo.screens.Field;
import kaigo.screens.Pager;
import kaigo.shared.Days;
import kaigo.shared.OperatorViewer;
import kaigo.shared.PersonSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 運用者の一覧: whose certificate ends, and ケアマネ by their numbers (rulings 8). Shows no person's record. */
@Controller
class OperatorListPages {

    private static final int ROWS = 50;
    private static final String CARE_MANAGERS = "/operator/care-managers";

    private static final String INSTITUTIONS = "/operator/institutions";
    private static final int LONGEST_SEARCH = 60;

    private final InstitutionList institutions;
    private final CertificateWarnings warnings;
    private final CareManagers careManagers;
    private final AuditLog audit;
    private final InstantSource clock;

    OperatorListPages(
            InstitutionList institutions,
            CertificateWarnings warnings,
            CareManagers careManagers,
            AuditLog audit,
            InstantSource clock) {
        this.institutions = institutions;
        this.warnings = warnings;
        this.careManagers = careManagers;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping(INSTITUTIONS)
    ModelAndView institutions(
            OperatorViewer viewer,
            @RequestParam(name = "institutionSearch", defaultValue = "") String typed,
            @RequestParam(required = false) InstitutionList.@Nullable State state,
            @RequestParam(name = "page", defaultValue = "1") int wanted) {
        Field search =
                Field.optional("institutionSearch", "text", LONGEST_SEARCH).filled(typed);
        InstitutionList.Choice chosen = new InstitutionList.Choice(PersonSearch.of(typed), state);
        Pager pager = Pager.of(address(typed, state), wanted, ROWS, institutions.count(chosen));
        return new ModelAndView(
                "identity/operator-institutions",
                "it",
                new OperatorLists.Institutions(institutions.list(chosen, pager.offset(), ROWS), search, state, pager));
    }

    /** Ends so that more can follow. */
    static String address(String search, InstitutionList.@Nullable State state) {
        String searched =
                search.isBlank() ? "" : "institutionSearch=" + URLEncoder.encode(search, StandardCharsets.UTF_8) + "&";
        return INSTITUTIONS + "?" + searched + (state == null ? "" : "state=" + state + "&");
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

package kaigo.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import kaigo.intake.Receipt;
import kaigo.intake.reconcile.DifferenceFile;
import kaigo.intake.reconcile.DifferenceKind;
import kaigo.intake.reconcile.DifferencePage;
import kaigo.intake.reconcile.Reconciliation;
import kaigo.intake.reconcile.Reconciliations;
import kaigo.intake.reconcile.Reconciliations.Section;
import kaigo.screens.SeeOther;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 月次の突合: what was sent and not compared yet, and what the comparisons found. */
@Controller
class ReconciliationPages {

    private static final int SHOWN = 24;
    private static final int ROWS = 50;

    private final Reconciliations reconciliations;
    private final DifferenceFile differenceFile;

    ReconciliationPages(Reconciliations reconciliations, DifferenceFile differenceFile) {
        this.reconciliations = reconciliations;
        this.differenceFile = differenceFile;
    }

    @GetMapping("/reconciliation")
    ModelAndView list(InsurerViewer viewer) {
        return new ModelAndView("intake/reconciliations", "it", reconciliations.overview(viewer, SHOWN));
    }

    @PostMapping("/reconciliation")
    ModelAndView ask(InsurerViewer viewer, @RequestParam String receipt) {
        Reconciliation asked = reconciliations.ask(viewer, receipt(receipt)).orElseThrow(ReconciliationPages::absent);
        return SeeOther.at("/reconciliation/" + asked.receipt());
    }

    /** @param waiting whether a page asks that shows no result yet */
    @GetMapping("/reconciliation/{receipt}")
    ModelAndView one(
            InsurerViewer viewer,
            @PathVariable String receipt,
            Wanted wanted,
            @RequestParam(defaultValue = "false") boolean waiting) {
        int after = wanted.after() == null ? 0 : wanted.after();
        DifferencePage found = reconciliations
                .find(viewer, receipt(receipt), new Section(wanted.interfaceId(), wanted.kind(), after, ROWS))
                .orElseThrow(ReconciliationPages::absent);
        return waiting && found.reconciliation().comparedAt() == null
                ? Shown.nothingNew()
                : new ModelAndView(
                        "intake/reconciliation",
                        "it",
                        new ReconciliationPage(found, wanted.interfaceId(), wanted.kind(), after));
    }

    /** Which rows. */
    record Wanted(
            @Nullable String interfaceId,
            @Nullable DifferenceKind kind,
            @Nullable Integer after) {}

    @GetMapping("/reconciliation/{receipt}/differences.csv")
    void csv(InsurerViewer viewer, @PathVariable String receipt, HttpServletResponse response) {
        switch (differenceFile.send(viewer, receipt(receipt), one -> open(one, response))) {
            case WHOLE -> {}
            case NOT_READY -> throw new ResponseStatusException(HttpStatus.CONFLICT);
            case ABSENT -> throw absent();
        }
    }

    private static OutputStream open(Reconciliation one, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"differences_" + one.receipt() + ".csv\"");
        return response.getOutputStream();
    }

    private static Receipt receipt(String text) {
        return Receipt.parse(text).orElseThrow(ReconciliationPages::absent);
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

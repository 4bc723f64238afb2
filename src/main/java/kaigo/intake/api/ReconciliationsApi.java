package kaigo.intake.api;

import kaigo.api.ApiError;
import kaigo.api.ApiRefusal;
import kaigo.intake.Receipt;
import kaigo.intake.reconcile.DifferenceKind;
import kaigo.intake.reconcile.Reconciliations;
import kaigo.intake.reconcile.Reconciliations.Section;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * 突合 of 方式①: Q01 is sent like every other interface; here its run is compared and answered. A reconciliation goes by the
 * 受付番号 of any of its files.
 */
@RestController
@RequestMapping("/v1/insurers/{insurerNumber}/reconciliations/{receiptNo}")
class ReconciliationsApi {

    private static final int PAGE = 100;

    private final Reconciliations reconciliations;

    ReconciliationsApi(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    /** 202; asking again answers the same. */
    @PostMapping
    ResponseEntity<ReconciliationView> ask(
            @AuthenticationPrincipal InsurerViewer viewer, @PathVariable String receiptNo) {
        return reconciliations
                .ask(viewer, receipt(receiptNo))
                .map(one -> ResponseEntity.accepted().body(ReconciliationView.of(one)))
                .orElseThrow(ReconciliationsApi::absent);
    }

    @GetMapping
    ReconciliationView show(@AuthenticationPrincipal InsurerViewer viewer, @PathVariable String receiptNo) {
        return reconciliations
                .find(viewer, receipt(receiptNo))
                .map(ReconciliationView::of)
                .orElseThrow(ReconciliationsApi::absent);
    }

    /**
     * Which differences: the query of the request.
     *
     * @param after number of the last difference of the page before
     */
    record Query(
            @Nullable String interfaceId,
            @Nullable DifferenceKind kind,
            @Nullable Integer after,
            @Nullable Integer limit) {

        Section section() {
            int asked = limit == null ? PAGE : limit;
            RegistrationsApi.requireLength(asked);
            return new Section(interfaceId, kind, after == null ? 0 : after, asked);
        }
    }

    @GetMapping("/differences")
    ReconciliationView.Differences differences(
            @AuthenticationPrincipal InsurerViewer viewer, @PathVariable String receiptNo, Query query) {
        return reconciliations
                .find(viewer, receipt(receiptNo), query.section())
                .map(ReconciliationView.Differences::of)
                .orElseThrow(ReconciliationsApi::absent);
    }

    private static Receipt receipt(String text) {
        return Receipt.parse(text).orElseThrow(ReconciliationsApi::absent);
    }

    private static ApiRefusal absent() {
        return new ApiRefusal(ApiError.NOT_FOUND);
    }
}

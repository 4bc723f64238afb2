package kaigo.intake.web;

import kaigo.intake.reconcile.DifferenceKind;
import kaigo.intake.reconcile.DifferencePage;
import kaigo.intake.reconcile.Reconciliation;
import kaigo.layout.Layouts;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one reconciliation shows.
 *
 * @param interfaceId that the rows are narrowed to, or null
 * @param kind that the rows are narrowed to, or null
 * @param after number after which the rows begin, 0 on the first page
 */
public record ReconciliationPage(
        DifferencePage found,
        @Nullable String interfaceId,
        @Nullable DifferenceKind kind,
        int after) {

    public Reconciliation one() {
        return found.reconciliation();
    }

    public boolean isCompared() {
        return one().comparedAt() != null;
    }

    public String path() {
        return "/reconciliation/" + one().receipt();
    }

    public String address(@Nullable String ofInterface, @Nullable DifferenceKind ofKind, int from) {
        StringBuilder address = new StringBuilder(path()).append("?after=").append(from);
        if (ofInterface != null) {
            address.append("&interfaceId=").append(ofInterface);
        }
        if (ofKind != null) {
            address.append("&kind=").append(ofKind);
        }
        return address.append("#differences").toString();
    }

    public static String name(String interfaceId) {
        return interfaceId + " "
                + Layouts.newest(interfaceId).orElseThrow().head().name();
    }
}

package kaigo.committee.web;

import org.jspecify.annotations.Nullable;

/**
 * 案件の行 of the form, as it was typed.
 *
 * @param mark しおり that proposed it, or empty
 * @param problem what is wrong, or null
 */
public record PaperRow(
        String order,
        String insurer,
        String insured,
        String historyNo,
        String startPage,
        String mark,
        @Nullable String problem) {

    static PaperRow empty(String insurer) {
        return new PaperRow("", insurer, "", "", "", "", null);
    }

    /** Whoever leaves the number and the page empty means no case. */
    boolean isEmpty() {
        return insured.isEmpty() && startPage.isEmpty();
    }

    PaperRow wrong(String why) {
        return new PaperRow(order, insurer, insured, historyNo, startPage, mark, why);
    }

    @Override
    public String toString() {
        return "PaperRow[…]";
    }
}

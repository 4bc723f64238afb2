package kaigo.layout;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 見本レコード: a made-up record that passes every check of its layout: for the documentation, and to begin a file of one's
 * own from. Its numbers are those of nobody.
 */
public final class SampleRecord {
    private static final String START = "20260401";
    private static final String END = "20270331";
    private static final String DAY = "20260801";

    private SampleRecord() {}

    /** With the required items only, and without sheets. */
    public static Row least(Layout layout, int number) {
        Row row = layout.newRow(number);
        fill(row, false);
        return row;
    }

    /** With every item, every repetition of a group and one row of every sheet. */
    public static Row full(Layout layout, int number) {
        Row row = layout.newRow(number);
        fill(row, true);
        layout.sheets().forEach(sheet -> fill(row.addTo(sheet), true));
        return row;
    }

    /** Until nothing is missing: an item that was filled in can make another one required. */
    private static void fill(Row row, boolean all) {
        Layout layout = row.layout();
        Set<Integer> ends = new HashSet<>();
        layout.periods().forEach(period -> ends.add(period.end()));
        boolean filled = true;
        while (filled) {
            filled = false;
            for (LayoutItem item : layout.ownItems()) {
                if (row.text(item.position()) == null
                        && (all || item.requirement().asksFor(row))) {
                    row.text(item.position(), ends.contains(item.position()) ? END : value(item));
                    filled = true;
                }
            }
        }
        layout.periods().stream()
                .filter(period -> row.text(period.start()) != null)
                .forEach(period -> row.text(period.start(), START));
    }

    private static String value(LayoutItem item) {
        return switch (item.type()) {
            case N, AN -> number(item);
            case X -> item.check() == ValueCheck.keyParts ? "1" : "架空";
            case XL -> "架空の文章です。";
            case K -> "カクウ";
            case D -> item.code().equals("birthDate") ? "19400101" : DAY;
            case T -> DAY + "093000";
            case I -> "1";
            case F -> "0";
            case C -> firstCode(item.codes());
        };
    }

    private static String firstCode(@Nullable CodeList codes) {
        return codes == null ? "" : codes.labels().keySet().iterator().next();
    }

    private static String number(LayoutItem item) {
        return switch (item.check()) {
            case insurerNumber -> "442012";
            case insuredNumber -> "0000000001";
            case myNumber -> "123456789018";
            case officeNumber -> "4400100014";
            case localGovernmentCode -> "442011";
            case yearMonth -> "202608";
            case null, default -> "0".repeat(item.minLength() - 1) + "1";
        };
    }
}

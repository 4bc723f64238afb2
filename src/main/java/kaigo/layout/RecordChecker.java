package kaigo.layout;

import java.util.List;
import kaigo.shared.YyyyMmDd;
import org.jspecify.annotations.Nullable;

/**
 * 項目チェック: E3001 to E3010 of one record as its layout says, after trimming blanks, widening kana of type K and
 * taking blank for absent, in place. One per thread and file is enough; it keeps no state between records.
 */
public final class RecordChecker {
    private final Layout layout;
    private final CheckOptions options;
    private final ItemCheck[] items;
    private final ItemCheck[][] sheets;
    private final int insurerPosition;

    public RecordChecker(Layout layout, CheckOptions options) {
        this.layout = layout;
        this.options = options;
        this.items = checks(layout.ownItems());
        this.sheets = layout.sheets().stream()
                .map(sheet -> checks(sheet.layout().ownItems()))
                .toArray(ItemCheck[][]::new);
        this.insurerPosition = layout.position("insurerNumber");
    }

    private ItemCheck[] checks(List<LayoutItem> checked) {
        return checked.stream().map(item -> new ItemCheck(item, options)).toArray(ItemCheck[]::new);
    }

    /** Normalises the record and adds what is wrong to its findings. A record that could not be read is left alone. */
    public void check(Row row) {
        if (row.findings().hasErrors()) {
            return;
        }
        checkTable(row, items);
        checkInsurer(row);
        for (Sheet sheet : layout.sheets()) {
            for (Row one : row.sheet(sheet)) {
                checkTable(one, sheets[sheet.position()]);
            }
        }
        if (!row.findings().hasErrors()) {
            checkRules(row);
        }
    }

    private static void checkTable(Row row, ItemCheck[] checks) {
        for (ItemCheck check : checks) {
            check.normalise(row);
        }
        for (ItemCheck check : checks) {
            check.check(row);
        }
        checkPeriods(row);
    }

    private void checkInsurer(Row row) {
        String expected = options.insurerNumber();
        if (expected == null || insurerPosition < 0) {
            return;
        }
        String given = row.text(insurerPosition);
        if (given != null && !given.equals(expected)) {
            row.findings().add(ErrorId.E1002, layout.item(insurerPosition));
        }
    }

    private static void checkPeriods(Row row) {
        Layout layout = row.layout();
        for (int i = 0; i < layout.periods().size(); i++) {
            Layout.Period period = layout.periods().get(i);
            String start = row.text(period.start());
            String end = row.text(period.end());
            if (isAfter(start, end)) {
                row.findings()
                        .add(
                                ErrorId.E3006,
                                layout.item(period.start()),
                                layout.item(period.end()).name());
            }
        }
    }

    private void checkRules(Row row) {
        for (int i = 0; i < options.rules().size(); i++) {
            options.rules().get(i).check(row, row.findings());
        }
    }

    /** Two dates of the same form: their order is the order of their digits. */
    private static boolean isAfter(@Nullable String start, @Nullable String end) {
        return start != null
                && end != null
                && YyyyMmDd.isDate(start)
                && YyyyMmDd.isDate(end)
                && start.compareTo(end) > 0;
    }
}

package kaigo.intake.register;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import kaigo.layout.Row;
import kaigo.layout.Sheet;
import kaigo.layout.Target;
import kaigo.layout.Target.Column;
import kaigo.layout.Target.SheetTable;
import kaigo.shared.InsurerNumber;

/** Adds the rows of a record's sheets, each time under a new revision: what was there before stays as it is. */
final class SheetCopies {

    private final Target target;
    private final List<CopyRows> rows = new ArrayList<>();
    private final List<Values> values = new ArrayList<>();

    SheetCopies(Target target) {
        this.target = target;
        for (SheetTable table : target.sheets()) {
            rows.add(new CopyRows());
            values.add(new Values(table.columns()));
        }
    }

    void clear() {
        rows.forEach(CopyRows::clear);
    }

    void add(InsurerNumber insurer, Arrival arrival, int revision) {
        for (int i = 0; i < rows.size(); i++) {
            Sheet sheet = arrival.row().layout().sheet(target.sheets().get(i).sheet());
            int number = 0;
            for (Row row : arrival.row().sheet(sheet)) {
                CopyRows out = rows.get(i);
                out.text(insurer.value());
                arrival.key().forEach(out::text);
                values.get(i).write(out.number(revision).number(++number), row);
                out.endRow();
            }
        }
    }

    /** @param copy takes a COPY statement and its rows */
    void flush(BiConsumer<String, CopyRows> copy) {
        for (int i = 0; i < rows.size(); i++) {
            copy.accept(copyInto(target.sheets().get(i)), rows.get(i));
        }
    }

    private String copyInto(SheetTable table) {
        List<String> columns = new ArrayList<>(List.of("insurer_number"));
        target.keys().stream().map(Column::name).forEach(columns::add);
        columns.add("sheets_revision");
        columns.add("row_no");
        table.columns().stream().map(Column::name).forEach(columns::add);
        return "copy " + table.table() + " (" + String.join(", ", columns) + ") from stdin";
    }
}

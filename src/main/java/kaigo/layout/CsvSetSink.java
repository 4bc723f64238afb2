package kaigo.layout;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A set of CSV files (M08A to M08E): part A with the records, the others with the rows of their sheets. */
final class CsvSetSink implements RecordSink {
    private final Layout layout;
    private final Map<String, Integer> counts;
    private final CsvSink records;
    private final List<CsvSink> sheets;

    CsvSetSink(Function<String, OutputStream> files, Layout layout, Map<String, Integer> counts) {
        this.layout = layout;
        this.counts = counts;
        this.records = new CsvSink(files.apply(CsvSet.FIRST));
        this.sheets = layout.sheets().stream()
                .map(sheet -> new CsvSink(files.apply(sheet.part())))
                .toList();
    }

    @Override
    public void control(Control control) {
        records.control(control.of(layout.interfaceId() + CsvSet.FIRST, control.dataCount()));
        for (Sheet sheet : layout.sheets()) {
            int rows = Objects.requireNonNull(counts.get(sheet.part()));
            sheets.get(sheet.position()).control(control.of(layout.interfaceId() + sheet.part(), rows));
        }
    }

    @Override
    public void record(Row row) {
        records.record(row);
        List<@Nullable String> key = new ArrayList<>();
        layout.key().forEach(item -> key.add(row.text(item.position())));
        for (Sheet sheet : layout.sheets()) {
            row.sheet(sheet).forEach(one -> sheets.get(sheet.position()).row(key, one));
        }
    }

    @Override
    public void close() {
        records.close();
        sheets.forEach(CsvSink::close);
    }
}

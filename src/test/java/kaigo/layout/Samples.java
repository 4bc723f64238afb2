package kaigo.layout;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import kaigo.layout.items.M01;

/** Made-up records and files for the tests of this room. */
final class Samples {
    static final Layout LAYOUT = Layouts.newest("M01").orElseThrow();

    private Samples() {}

    static Control control(int dataCount) {
        return control("M01", "2.02", dataCount);
    }

    static Control control(String interfaceId, String version, int dataCount) {
        return new Control(
                interfaceId,
                version,
                "442012",
                ProcessingType.DAILY,
                LocalDate.of(2026, 11, 1),
                LocalDateTime.of(2026, 11, 1, 5, 30, 0),
                dataCount,
                "TEST-1");
    }

    /** A record that is right in every item. */
    static Row row() {
        return row(LAYOUT, 1);
    }

    static Row row(Layout layout, int number) {
        Row row = layout.newRow(number + 1);
        row.set(M01.UPDATE_TYPE, "1");
        row.set(M01.INSURER_NUMBER, "442012");
        row.set(M01.INSURED_NUMBER, "%010d".formatted(number));
        row.set(M01.SOURCE_UPDATED_AT, LocalDateTime.of(2026, 10, 31, 18, 0, 5));
        row.set(M01.MY_NUMBER, "123456789018");
        row.set(M01.NAME, "架空　太郎");
        row.set(M01.NAME_KANA, "カクウ　タロウ");
        row.set(M01.BIRTH_DATE, LocalDate.of(1934, 6, 11));
        row.set(M01.BIRTH_DATE_UNKNOWN, false);
        row.set(M01.SEX, "1");
        row.set(M01.POSTAL_CODE, "8700000");
        row.set(M01.ADDRESS, "大分県大分市架空町１丁目２番３号");
        row.set(M01.INSURED_CATEGORY, "1");
        row.set(M01.QUALIFIED_FROM, LocalDate.of(2000, 4, 1));
        row.set(M01.RESIDENCE_EXCEPTION, "1");
        row.set(M01.ADDRESS_MUNICIPALITY, "442011");
        row.set(M01.PROTECTION_FLAG, false);
        return row;
    }

    static String write(Form form, List<Row> rows) {
        return write(form, LAYOUT, rows);
    }

    static String write(Form form, Layout layout, List<Row> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Control control = control(layout.interfaceId(), layout.version(), rows.size());
        try (RecordWriter writer = RecordWriter.open(out, form, control, layout)) {
            rows.forEach(writer::write);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static RecordFile open(String file) {
        return open(file, ReadOptions.standard());
    }

    static RecordFile open(String file, ReadOptions options) {
        return RecordFile.open(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), options);
    }

    static List<Row> read(RecordFile file) {
        List<Row> rows = new ArrayList<>();
        for (Row row = file.next(); row != null; row = file.next()) {
            rows.add(row);
        }
        return rows;
    }

    static List<Row> read(String file) {
        return read(open(file));
    }

    /** The finding ids of a row, in order. */
    static List<ErrorId> ids(Row row) {
        return row.findings().list().stream().map(Finding::id).toList();
    }

    static List<String> values(Row row) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < row.layout().size(); i++) {
            values.add(row.text(i));
        }
        return values;
    }
}

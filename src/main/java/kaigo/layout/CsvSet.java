package kaigo.layout;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * 組 (M08A to M08E): CSV files of one record's tables, read side by side. Part A holds the records, the others their rows
 * in the same order, joined by the key.
 */
final class CsvSet implements RecordSource {
    static final String FIRST = "A";

    /** One file beside part A, and its row that no record has taken yet. */
    private static final class Part {
        private final Sheet sheet;
        private final CsvSource source;
        private final Control control;
        private @Nullable Row pending;
        private int rows;

        Part(Sheet sheet, CsvSource source, Control control) {
            this.sheet = sheet;
            this.source = source;
            this.control = control;
        }

        void advance() {
            try {
                pending = source.next(sheet.layout());
            } catch (UnusableFile e) {
                throw e.in(sheet.part());
            }
            if (pending != null) {
                rows++;
            } else if (rows != control.dataCount()) {
                throw new UnusableFile(ErrorId.E1006, 0, String.valueOf(control.dataCount()), String.valueOf(rows))
                        .in(sheet.part());
            }
        }
    }

    private final TreeMap<String, CsvSource> sources = new TreeMap<>();
    private final CsvSource records;
    private final List<Part> parts = new ArrayList<>();
    private final ReadOptions options;

    CsvSet(SortedMap<String, InputStream> files, ReadOptions options) throws IOException {
        this.options = options;
        for (Map.Entry<String, InputStream> file : files.entrySet()) {
            StrictUtf8Reader reader =
                    new StrictUtf8Reader(file.getValue(), options.limits().bytes());
            sources.put(file.getKey(), new CsvSource(reader, options.limits()));
        }
        CsvSource first = sources.get(FIRST);
        if (first == null) {
            throw new UnusableFile(ErrorId.E1014, 0, Detail.SET_MISSING, FIRST);
        }
        records = first;
    }

    /** The control record of part A, under the name of the interface. */
    @Override
    public Control control() {
        Control first = control(records, FIRST);
        Layout layout = options.accepted().stream()
                .filter(one -> first.interfaceId().equals(one.interfaceId() + FIRST)
                        && first.version().equals(one.version()))
                .findFirst()
                .orElseThrow(() -> new UnusableFile(ErrorId.E1009, 1, first.interfaceId(), first.version()));
        for (Sheet sheet : layout.sheets()) {
            parts.add(part(sheet, first));
        }
        parts.forEach(Part::advance);
        return first.under(layout.interfaceId());
    }

    private Part part(Sheet sheet, Control first) {
        CsvSource source = sources.get(sheet.part());
        if (source == null) {
            throw new UnusableFile(ErrorId.E1014, 0, Detail.SET_MISSING, sheet.part());
        }
        Control own = control(source, sheet.part());
        String interfaceId = first.interfaceId().substring(0, FileName.INTERFACE_LENGTH);
        boolean agrees = own.interfaceId().equals(interfaceId + sheet.part())
                && own.under(interfaceId).agreesWith(first.under(interfaceId));
        if (!agrees) {
            throw new UnusableFile(ErrorId.E1014, 1, Detail.SET_AGREEMENT, sheet.part());
        }
        return new Part(sheet, source, own);
    }

    private static Control control(CsvSource source, String part) {
        try {
            return source.control();
        } catch (UnusableFile e) {
            throw e.in(part);
        }
    }

    @Override
    public @Nullable Row next(Layout layout) {
        Row row = record(layout);
        for (Part part : parts) {
            Row pending = part.pending;
            while (row != null && pending != null && belongs(pending, row)) {
                boolean tooMany = !part.sheet.many() && !row.sheet(part.sheet).isEmpty();
                row.addTo(part.sheet, pending);
                if (tooMany) {
                    pending.findings().add(ErrorId.E3011, DuplicateKeys.names(row.layout()));
                }
                part.advance();
                pending = part.pending;
            }
            if (row == null && pending != null) {
                throw new UnusableFile(ErrorId.E1014, pending.line(), Detail.SET_ORDER, String.valueOf(pending.line()))
                        .in(part.sheet.part());
            }
        }
        return row;
    }

    private @Nullable Row record(Layout layout) {
        try {
            return records.next(layout);
        } catch (UnusableFile e) {
            throw e.in(FIRST);
        }
    }

    private static boolean belongs(Row pending, Row row) {
        List<LayoutItem> key = row.layout().key();
        for (int i = 0; i < key.size(); i++) {
            if (!Objects.equals(
                    trimmed(pending.text(i)), trimmed(row.text(key.get(i).position())))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String trimmed(@Nullable String value) {
        return value == null ? null : Text.trimBlank(value);
    }

    @Override
    public void close() throws IOException {
        for (CsvSource source : sources.values()) {
            source.close();
        }
    }
}

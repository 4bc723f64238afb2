package kaigo.opinion;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kaigo.layout.CodeList;
import kaigo.layout.LayoutItem;
import kaigo.layout.Layouts;
import kaigo.layout.items.P02;
import kaigo.opinion.rules.LetterStep;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 意見書のファイル: what an institution's own software has written, CSV or JSON (docs/opinion-files.md; proposed, ours). Items by their code or
 * name of P02; values as they are typed on the screen, or as the names of their codes.
 */
public final class LetterFile {

    /** Bytes of a file. */
    public static final int LONGEST = 2 * 1024 * 1024;

    /** Letters of a file. */
    public static final int MOST = 200;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, LayoutItem> ITEMS = items();

    private LetterFile() {}

    /**
     * One letter.
     *
     * @param row where it stands, from 1
     * @param items of the form, by code; those of which nothing is said are not in it
     */
    public record Written(int row, String insurer, String insured, String requestedOn, Map<String, String> items) {

        @Override
        public String toString() {
            return "Written[" + row + "]";
        }
    }

    /** Why a file cannot be read: text {@code letter.file.NAME}, with {@link #detail}. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String detail;

        Unreadable(String name, String detail) {
            super(name);
            this.detail = detail;
        }

        public String detail() {
            return detail;
        }
    }

    public static List<Written> read(byte[] bytes) throws Unreadable {
        if (bytes.length > LONGEST) {
            throw new Unreadable("TOO_LONG", String.valueOf(LONGEST / 1024 / 1024));
        }
        String text = decode(bytes).strip();
        boolean isJson = text.startsWith("{") || text.startsWith("[");
        List<Map<String, String>> rows = isJson ? json(text) : csv(text);
        if (rows.isEmpty()) {
            throw new Unreadable("EMPTY", "");
        }
        if (rows.size() > MOST) {
            throw new Unreadable("TOO_MANY", String.valueOf(MOST));
        }
        TreeSet<String> unknown = new TreeSet<>();
        List<Written> letters = new ArrayList<>();
        for (Map<String, String> row : rows) {
            letters.add(written(letters.size() + 1, row, unknown));
        }
        if (!unknown.isEmpty()) {
            throw new Unreadable("UNKNOWN", String.join("、", unknown));
        }
        return letters;
    }

    /** UTF-8, else what Windows in Japan writes. */
    private static String decode(byte[] bytes) throws Unreadable {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"))) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                // the next
            }
        }
        throw new Unreadable("CHARACTERS", "");
    }

    private static List<Map<String, String>> csv(String text) throws Unreadable {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text)) {
            List<String> head = null;
            for (CsvRecord one : reader) {
                if (head == null) {
                    head = one.getFields();
                } else {
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < Math.min(head.size(), one.getFieldCount()); i++) {
                        row.put(head.get(i), one.getField(i));
                    }
                    rows.add(row);
                }
            }
        } catch (IOException | CsvParseException e) {
            throw new Unreadable("BROKEN", "CSV");
        }
        return rows;
    }

    private static List<Map<String, String>> json(String text) throws Unreadable {
        List<Map<String, String>> rows = new ArrayList<>();
        try {
            JsonNode root = JSON.readTree(text);
            for (JsonNode one : root.isArray() ? root : List.of(root)) {
                Map<String, String> row = new LinkedHashMap<>();
                one.forEachEntry((code, value) -> {
                    if (!value.isNull()) {
                        row.put(code, value.isValueNode() ? value.asString() : value.toString());
                    }
                });
                rows.add(row);
            }
        } catch (JacksonException e) {
            throw new Unreadable("BROKEN", "JSON");
        }
        return rows;
    }

    /** @param unknown what no item of P02 is called */
    private static Written written(int number, Map<String, String> row, TreeSet<String> unknown) {
        Map<String, String> values = new HashMap<>();
        row.forEach((name, value) -> {
            LayoutItem item = ITEMS.get(Text.trimBlank(name));
            if (item == null) {
                unknown.add(cut(name));
            } else if (!Text.trimBlank(value).isEmpty()) {
                values.put(item.code(), value(item, Text.trimBlank(value)));
            }
        });
        Map<String, String> items = new LinkedHashMap<>();
        for (LayoutItem item : LetterStep.allItems()) {
            String value = values.get(item.code());
            if (value != null) {
                items.put(item.code(), value);
            }
        }
        return new Written(
                number,
                values.getOrDefault(P02.INSURER_NUMBER.code(), ""),
                values.getOrDefault(P02.INSURED_NUMBER.code(), ""),
                values.getOrDefault(P02.REQUESTED_ON.code(), ""),
                items);
    }

    /** What is said of items of the form, by code; what is empty stays so. */
    public static Map<String, String> items(Map<String, @Nullable String> said) throws Unreadable {
        Map<String, String> items = new LinkedHashMap<>();
        TreeSet<String> unknown = new TreeSet<>();
        said.forEach((name, value) -> {
            LayoutItem item = ITEMS.get(Text.trimBlank(name));
            String typed = value == null ? "" : Text.trimBlank(value);
            if (item == null || !LetterStep.allItems().contains(item)) {
                unknown.add(cut(name));
            } else {
                items.put(item.code(), typed.isEmpty() ? "" : value(item, typed));
            }
        });
        if (!unknown.isEmpty()) {
            throw new Unreadable("UNKNOWN", String.join("、", unknown));
        }
        return items;
    }

    private static String cut(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }

    private static String value(LayoutItem item, String value) {
        @Nullable CodeList codes = item.codes();
        if (codes == null || codes.contains(value)) {
            return value;
        }
        return codes.labels().entrySet().stream()
                .filter(label -> label.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(value);
    }

    private static Map<String, LayoutItem> items() {
        Map<String, LayoutItem> items = new HashMap<>();
        Layouts.newest(P02Record.INTERFACE).orElseThrow().ownItems().forEach(item -> {
            items.put(item.code(), item);
            items.put(item.name(), item);
        });
        return items;
    }
}

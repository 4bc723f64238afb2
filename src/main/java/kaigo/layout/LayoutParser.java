package kaigo.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads one layout file. */
final class LayoutParser {
    private final Map<String, Object> file;
    private final Map<String, CodeList> codeLists = new HashMap<>();
    private final TableParser record;
    private final Map<String, TableParser> sheets = new LinkedHashMap<>();

    LayoutParser(String yaml) {
        file = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        Words.onlyKnown(
                file,
                "interface version name direction sureness orderGroup key items sheets periods relations codeLists"
                        + " sameItemsAs");
        readCodeLists();
        record = new TableParser("", codeLists);
        record.add(Words.maps(file, "items"));
        record.addPeriods(Words.maps(file, "periods"));
        for (Map<?, ?> sheet : Words.maps(file, "sheets")) {
            Words.onlyKnown(sheet, "sheet part name rows items periods");
            TableParser table = new TableParser(Words.text(sheet, "sheet"), codeLists);
            table.add(keyEntries());
            table.add(Words.maps(sheet, "items"));
            table.addPeriods(Words.maps(sheet, "periods"));
            sheets.put(Words.text(sheet, "sheet"), table);
        }
    }

    String interfaceId() {
        return Words.text(file, "interface");
    }

    String version() {
        return Words.text(file, "version");
    }

    /** The interface whose items these are: its own, or another's of the same version. */
    String itemsOf() {
        return file.containsKey("sameItemsAs") ? Words.text(file, "sameItemsAs") : interfaceId();
    }

    /** The codes of each table in order, by the name of its class of constants: {@code M08}, {@code M08.overview}. */
    Map<String, List<String>> codes() {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        codes.put(interfaceId(), record.codes());
        sheets.forEach((code, table) -> codes.put(interfaceId() + "." + code, table.codes()));
        return codes;
    }

    /** @param constants the codes behind the generated constants, by ordinal, for each table of {@link #codes} */
    Layout parse(Map<String, List<String>> constants) {
        List<LayoutItem> items = record.items();
        List<LayoutItem> key = Words.texts(file, "key").stream()
                .map(code -> items.get(record.position(code)))
                .toList();
        var tables = new LayoutTables(items, key, record.periods(), relations(), sheets(constants));
        return new Layout(head(), tables, constants.getOrDefault(interfaceId(), record.codes()));
    }

    /** The same tables under the name of another interface. */
    Layout parseLike(Layout original) {
        var head = new Layout.Head(
                interfaceId().intern(),
                original.interfaceId(),
                version(),
                Words.text(file, "name"),
                original.head().direction(),
                original.head().sureness(),
                original.head().orderGroup());
        return original.under(head);
    }

    private Layout.Head head() {
        return new Layout.Head(
                interfaceId().intern(),
                interfaceId().intern(),
                version(),
                Words.text(file, "name"),
                Words.text(file, "direction"),
                Words.text(file, "sureness"),
                Words.text(file, "orderGroup"));
    }

    private List<Sheet> sheets(Map<String, List<String>> constants) {
        List<Sheet> parsed = new ArrayList<>();
        for (Map<?, ?> written : Words.maps(file, "sheets")) {
            String code = Words.text(written, "sheet");
            TableParser table = java.util.Objects.requireNonNull(sheets.get(code));
            String id = (interfaceId() + "." + code).intern();
            List<LayoutItem> items = table.items();
            var tables = new LayoutTables(
                    items, items.subList(0, keyEntries().size()), table.periods(), List.of(), List.of());
            String name = Words.text(written, "name");
            Layout.Head head = head();
            var own =
                    new Layout.Head(id, id, head.version(), name, head.direction(), head.sureness(), head.orderGroup());
            parsed.add(new Sheet(
                    parsed.size(),
                    code,
                    Words.text(written, "part"),
                    name,
                    isMany(Words.text(written, "rows")),
                    new Layout(own, tables, constants.getOrDefault(id, table.codes()))));
        }
        return parsed;
    }

    private static boolean isMany(String rows) {
        return switch (rows) {
            case "one" -> false;
            case "many" -> true;
            default -> throw new IllegalArgumentException("rows: one or many, not " + rows);
        };
    }

    private List<Map<?, ?>> keyEntries() {
        List<String> key = Words.texts(file, "key");
        return Words.maps(file, "items").stream()
                .filter(entry -> key.contains(entry.get("code")))
                .toList();
    }

    private void readCodeLists() {
        if (file.get("codeLists") instanceof Map<?, ?> lists) {
            lists.forEach((name, values) -> {
                Map<String, String> labels = new LinkedHashMap<>();
                ((Map<?, ?>) values).forEach((value, label) -> labels.put((String) value, (String) label));
                codeLists.put((String) name, new CodeList((String) name, labels));
            });
        }
    }

    private List<Layout.Relation> relations() {
        return Words.maps(file, "relations").stream()
                .map(r -> new Layout.Relation(
                        ErrorId.valueOf(Words.text(r, "check")),
                        "warning".equals(r.get("severity")),
                        Words.text(r, "note")))
                .toList();
    }
}

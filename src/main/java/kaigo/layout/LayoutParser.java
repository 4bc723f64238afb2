package kaigo.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads one layout file. An unknown word in it is an error, so that a slip of the pen does not pass silently. */
final class LayoutParser {
    private final Map<String, Object> file;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, CodeList> codeLists = new HashMap<>();

    LayoutParser(String yaml) {
        file = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        onlyKnown(file, "interface version name direction sureness orderGroup key items periods relations codeLists");
    }

    String interfaceId() {
        return text(file, "interface");
    }

    String version() {
        return text(file, "version");
    }

    List<String> codes() {
        return maps("items").stream().map(item -> text(item, "code")).toList();
    }

    /** @param constants the codes behind the generated constants, by ordinal */
    Layout parse(List<String> constants) {
        readCodeLists();
        codes().forEach(code -> {
            if (positions.put(code, positions.size()) != null) {
                throw new IllegalArgumentException("item twice: " + code);
            }
        });
        var head = new Layout.Head(
                interfaceId().intern(),
                version(),
                text(file, "name"),
                text(file, "direction"),
                text(file, "sureness"),
                text(file, "orderGroup"));
        List<LayoutItem> items = maps("items").stream().map(this::item).toList();
        List<LayoutItem> key =
                list("key").stream().map(code -> items.get(position(code))).toList();
        return new Layout(head, new LayoutTables(items, key, periods(), relations()), constants);
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

    private LayoutItem item(Map<?, ?> item) {
        onlyKnown(item, "nr name code type length required codes check content source note");
        String[] length = String.valueOf(item.get("length")).split("-", 2);
        String code = text(item, "code");
        return new LayoutItem(
                position(code),
                Integer.parseInt(String.valueOf(item.get("nr"))),
                text(item, "name"),
                code,
                ItemType.valueOf(text(item, "type")),
                Integer.parseInt(length[0]),
                Integer.parseInt(length[length.length - 1]),
                requirement(item.get("required")),
                codeList(item),
                item.containsKey("check") ? ValueCheck.valueOf(text(item, "check")) : null,
                !Boolean.FALSE.equals(item.get("content")),
                text(item, "source"),
                item.containsKey("note") ? text(item, "note") : "");
    }

    private @Nullable CodeList codeList(Map<?, ?> item) {
        if (!item.containsKey("codes")) {
            if ("C".equals(item.get("type"))) {
                throw new IllegalArgumentException("a code item without a code list: " + item);
            }
            return null;
        }
        CodeList codes = codeLists.get(text(item, "codes"));
        if (codes == null) {
            throw new IllegalArgumentException("no such code list: " + item);
        }
        return codes;
    }

    private Requirement requirement(@Nullable Object required) {
        if ("always".equals(required)) {
            return new Requirement.Always();
        }
        if ("optional".equals(required)) {
            return new Requirement.Optional();
        }
        if (required instanceof Map<?, ?> condition) {
            onlyKnown(condition, "when unless equals present");
            if (condition.containsKey("unless")) {
                return new Requirement.Unless(position(text(condition, "unless")), text(condition, "equals"));
            }
            String value = condition.containsKey("equals") ? text(condition, "equals") : null;
            return new Requirement.When(position(text(condition, "when")), value);
        }
        throw new IllegalArgumentException("required: always, optional or a condition, not " + required);
    }

    private List<Layout.Period> periods() {
        return maps("periods").stream()
                .map(p -> new Layout.Period(position(text(p, "start")), position(text(p, "end"))))
                .toList();
    }

    private List<Layout.Relation> relations() {
        return maps("relations").stream()
                .map(r -> new Layout.Relation(
                        ErrorId.valueOf(text(r, "check")), "warning".equals(r.get("severity")), text(r, "note")))
                .toList();
    }

    private int position(Object code) {
        Integer position = positions.get(code);
        if (position == null) {
            throw new IllegalArgumentException("no such item: " + code);
        }
        return position;
    }

    private List<?> list(String name) {
        return file.get(name) instanceof List<?> list ? list : List.of();
    }

    private List<Map<?, ?>> maps(String name) {
        List<Map<?, ?>> maps = new ArrayList<>();
        list(name).forEach(entry -> maps.add((Map<?, ?>) entry));
        return maps;
    }

    private static String text(Map<?, ?> map, String name) {
        if (map.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " is missing or not a text in " + map);
    }

    private static void onlyKnown(Map<?, ?> map, String words) {
        List<String> known = List.of(words.split(" "));
        map.keySet().forEach(word -> {
            if (!known.contains(word)) {
                throw new IllegalArgumentException("unknown word in the layout file: " + word);
            }
        });
    }
}

package kaigo.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Schema (2020-12) of one NDJSON data record. It states the form to send; the reader is kinder in blanks, in
 * half-width kana and in empty texts, and stricter in check digits, real dates and JIS X 0213, which no schema can say.
 */
final class LayoutSchema {
    private static final int DIGITS_OF_A_DATE = 8;
    private static final int DIGITS_OF_A_TIMESTAMP = 14;

    private LayoutSchema() {}

    static String of(Layout layout) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:kaigo:layout:" + layout.id());
        schema.put("title", layout.interfaceId() + " " + layout.head().name() + " " + layout.version());
        Map<String, Object> record = object(layout);
        for (Sheet sheet : layout.sheets()) {
            Layout table = sheet.layout();
            Map<String, Object> row = object(table);
            properties(record).put(sheet.code(), sheet.many() ? array(sheet.name(), row) : titled(sheet.name(), row));
        }
        schema.putAll(record);
        return JsonMapper.shared()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(schema)
                        .replace(System.lineSeparator(), "\n")
                + "\n";
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Map<String, Object> object) {
        return (Map<String, Object>) Objects.requireNonNull(object.get("properties"));
    }

    private static Map<String, Object> titled(String title, Map<String, Object> object) {
        Map<String, Object> titled = new LinkedHashMap<>();
        titled.put("title", title);
        titled.putAll(object);
        return titled;
    }

    private static Map<String, Object> array(String title, Map<String, Object> element) {
        Map<String, Object> array = new LinkedHashMap<>();
        array.put("title", title);
        array.put("type", "array");
        array.put("items", element);
        return array;
    }

    /** One object of a table; a group stands at its first item. */
    private static Map<String, Object> object(Layout table) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        List<LayoutItem> single = new ArrayList<>();
        for (LayoutItem item : table.ownItems()) {
            if (item.place().isRepeated()) {
                properties.computeIfAbsent(item.place().group(), group -> group(table, group));
            } else {
                properties.put(item.code(), property(item));
                single.add(item);
            }
        }
        object.put("properties", properties);
        constrain(object, table, single, LayoutItem::code);
        object.put("additionalProperties", false);
        return object;
    }

    private static Map<String, Object> group(Layout table, String group) {
        List<Map<String, LayoutItem>> repetitions =
                Objects.requireNonNull(table.groups().get(group));
        List<LayoutItem> members = repetitions.getFirst().values().stream()
                .sorted(Comparator.comparingInt(LayoutItem::position))
                .toList();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        members.forEach(item -> properties.put(item.place().member(), property(item)));
        object.put("properties", properties);
        constrain(object, table, members, item -> item.place().member());
        object.put("additionalProperties", false);
        Map<String, Object> array = new LinkedHashMap<>();
        array.put("type", "array");
        array.put("maxItems", repetitions.size());
        array.put("items", object);
        return array;
    }

    private static void constrain(
            Map<String, Object> object, Layout table, List<LayoutItem> items, Function<LayoutItem, String> name) {
        object.put(
                "required",
                items.stream()
                        .filter(item -> item.requirement() instanceof Requirement.Always)
                        .map(name)
                        .toList());
        List<Map<String, Object>> conditions = items.stream()
                .map(item -> condition(table, item, name))
                .filter(Objects::nonNull)
                .toList();
        if (!conditions.isEmpty()) {
            object.put("allOf", conditions);
        }
    }

    private static Map<String, Object> property(LayoutItem item) {
        Map<String, Object> property = new LinkedHashMap<>();
        String type = type(item);
        boolean always = item.requirement() instanceof Requirement.Always;
        property.put("title", item.name());
        property.put("type", always ? type : List.of(type, "null"));
        switch (item.type()) {
            case N -> property.put("pattern", repeated("[0-9]", item.minLength(), item.maxLength()));
            case AN ->
                property.put(
                        "pattern",
                        switch (item.check()) {
                            case insuredNumber -> "^[0-9H][0-9]{9}$";
                            case sha256 -> repeated("[0-9a-f]", item.minLength(), item.maxLength());
                            case null, default -> repeated("[0-9A-Za-z]", item.minLength(), item.maxLength());
                        });
            case X, XL -> {
                property.put("minLength", item.minLength());
                property.put("maxLength", item.maxLength());
            }
            case K -> property.put("pattern", repeated("[ァ-ヾㇰ-ㇿ\u3000]", item.minLength(), item.maxLength()));
            case D -> property.put("pattern", repeated("[0-9]", DIGITS_OF_A_DATE, DIGITS_OF_A_DATE));
            case T -> property.put("pattern", repeated("[0-9]", DIGITS_OF_A_TIMESTAMP, DIGITS_OF_A_TIMESTAMP));
            case I -> {
                property.put("minimum", 0);
                property.put("maximum", Integer.parseInt("9".repeat(item.maxLength())));
            }
            case F -> property.put("enum", values(List.of("0", "1"), always));
            case C -> property.put("enum", values(codes(item), always));
        }
        return property;
    }

    private static String type(LayoutItem item) {
        return item.type() == ItemType.I ? "integer" : "string";
    }

    private static List<String> codes(LayoutItem item) {
        CodeList codes = item.codes();
        return codes == null ? List.of() : List.copyOf(codes.labels().keySet());
    }

    private static List<@Nullable String> values(List<String> values, boolean always) {
        List<@Nullable String> all = new ArrayList<>(values);
        if (!always) {
            all.add(null);
        }
        return all;
    }

    private static String repeated(String characters, int from, int to) {
        return "^" + characters + (from == to ? "{" + from + "}$" : "{" + from + "," + to + "}$");
    }

    private static @Nullable Map<String, Object> condition(
            Layout layout, LayoutItem item, Function<LayoutItem, String> name) {
        Map<String, Object> given = switch (item.requirement()) {
            case Requirement.Always() -> null;
            case Requirement.Optional() -> null;
            case Requirement.When(int position, List<String> values, var except) -> {
                Map<String, Object> then = has(
                        name.apply(layout.item(position)),
                        values.isEmpty() ? Map.of("type", type(layout.item(position))) : Map.of("enum", values));
                yield except == null ? then : Map.of("allOf", List.of(then, unless(layout, except, name)));
            }
            case Requirement.Unless unless -> unless(layout, unless, name);
        };
        if (given == null) {
            return null;
        }
        Map<String, Object> condition = new LinkedHashMap<>();
        condition.put("if", given);
        condition.put("then", has(name.apply(item), Map.of("type", type(item))));
        return condition;
    }

    private static Map<String, Object> unless(
            Layout layout, Requirement.Unless unless, Function<LayoutItem, String> name) {
        return Map.of("not", has(name.apply(layout.item(unless.position())), Map.of("const", unless.value())));
    }

    private static Map<String, Object> has(String item, Map<String, Object> form) {
        Map<String, Object> has = new LinkedHashMap<>();
        has.put("properties", Map.of(item, form));
        has.put("required", List.of(item));
        return has;
    }
}

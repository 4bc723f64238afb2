package kaigo.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        schema.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        layout.items().forEach(item -> properties.put(item.code(), property(item)));
        schema.put("properties", properties);
        schema.put(
                "required",
                layout.items().stream()
                        .filter(item -> item.requirement() instanceof Requirement.Always)
                        .map(LayoutItem::code)
                        .toList());
        List<Map<String, Object>> conditions = layout.items().stream()
                .map(item -> condition(layout, item))
                .filter(Objects::nonNull)
                .toList();
        if (!conditions.isEmpty()) {
            schema.put("allOf", conditions);
        }
        schema.put("additionalProperties", false);
        return JsonMapper.shared()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(schema)
                        .replace(System.lineSeparator(), "\n")
                + "\n";
    }

    private static Map<String, Object> property(LayoutItem item) {
        Map<String, Object> property = new LinkedHashMap<>();
        String type = item.type() == ItemType.I ? "integer" : "string";
        boolean always = item.requirement() instanceof Requirement.Always;
        property.put("title", item.name());
        property.put("type", always ? type : List.of(type, "null"));
        switch (item.type()) {
            case N -> property.put("pattern", repeated("[0-9]", item.minLength(), item.maxLength()));
            case AN ->
                property.put(
                        "pattern",
                        item.check() == ValueCheck.insuredNumber
                                ? "^[0-9H][0-9]{9}$"
                                : repeated("[0-9A-Za-z]", item.minLength(), item.maxLength()));
            case X -> {
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

    private static @Nullable Map<String, Object> condition(Layout layout, LayoutItem item) {
        Map<String, Object> given = switch (item.requirement()) {
            case Requirement.Always() -> null;
            case Requirement.Optional() -> null;
            case Requirement.When(int position, String value) ->
                has(layout.item(position), value == null ? Map.of("type", "string") : Map.of("const", value));
            case Requirement.Unless(int position, String value) ->
                Map.of("not", has(layout.item(position), Map.of("const", value)));
        };
        if (given == null) {
            return null;
        }
        Map<String, Object> condition = new LinkedHashMap<>();
        condition.put("if", given);
        condition.put("then", has(item, Map.of("type", "string")));
        return condition;
    }

    private static Map<String, Object> has(LayoutItem item, Map<String, Object> form) {
        Map<String, Object> has = new LinkedHashMap<>();
        has.put("properties", Map.of(item.code(), form));
        has.put("required", List.of(item.code()));
        return has;
    }
}

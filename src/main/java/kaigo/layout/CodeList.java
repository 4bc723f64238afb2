package kaigo.layout;

import java.util.Map;

/** コード表: the values of a code item with their labels, in the order of the layout file. */
public record CodeList(String name, Map<String, String> labels) {
    public CodeList {
        labels = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(labels));
    }

    public boolean contains(String value) {
        return labels.containsKey(value);
    }

    /** The allowed values for a message: {@code 1, 2, 3}. */
    String allowed() {
        return String.join(", ", labels.keySet());
    }
}

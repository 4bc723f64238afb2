package kaigo.access;

import java.util.List;

/**
 * What a query found, and whose records left with it.
 *
 * @param subjects 被保険者番号, in the order of the answer
 */
public record Looked<T>(T value, List<String> subjects) {

    /** For what concerns no single person: counts, states of files. */
    public static <T> Looked<T> aboutNobody(T value) {
        return new Looked<>(value, List.of());
    }
}

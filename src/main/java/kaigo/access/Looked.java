package kaigo.access;

import java.util.List;
import java.util.Map;

/**
 * What a query found, and whose records left with it.
 *
 * @param subjects 被保険者番号, in the order of the answer
 * @param detail what else the entry holds; never a name, never a マイナンバー
 */
public record Looked<T>(T value, List<String> subjects, Map<String, ?> detail) {

    public Looked(T value, List<String> subjects) {
        this(value, subjects, Map.of());
    }

    /** For what concerns no single person: counts, states of files. */
    public static <T> Looked<T> aboutNobody(T value) {
        return new Looked<>(value, List.of());
    }

    /**
     * More persons than an entry can name: it points to a list that is kept and never changes (docs/decisions/0009).
     *
     * @param list where the list is kept, e.g. a 受付番号
     * @param digest SHA-256 over the list, by which a changed one is found out
     */
    public static <T> Looked<T> atList(T value, String list, int persons, String digest) {
        return new Looked<>(value, List.of(), Map.of("list", list, "persons", persons, "sha256", digest));
    }
}

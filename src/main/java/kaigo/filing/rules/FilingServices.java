package kaigo.filing.rules;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.shared.ResourceTable;

/** 届出のできるサービスの表 ({@code filing/services.csv}). */
public final class FilingServices {

    private static final String FILE = "/filing/services.csv";

    private final Map<String, Set<FilingKind>> own = new HashMap<>();
    private final Map<String, Set<FilingKind>> delegated = new HashMap<>();

    private FilingServices(List<List<String>> table) {
        for (List<String> words : table.subList(1, table.size())) {
            own.put(words.getFirst(), kinds(words.get(2)));
            delegated.put(words.getFirst(), kinds(words.get(3)));
        }
    }

    private static Set<FilingKind> kinds(String words) {
        Set<FilingKind> kinds = EnumSet.noneOf(FilingKind.class);
        Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(FilingKind::valueOf)
                .forEach(kinds::add);
        return kinds;
    }

    public static FilingServices bundled() {
        return new FilingServices(ResourceTable.read(FILE));
    }

    /** Whether an office with these サービス種類コード files anything at all. */
    public boolean mayFile(Collection<String> codes) {
        return Arrays.stream(FilingKind.values()).anyMatch(kind -> mayFile(codes, kind));
    }

    /** Whether it files this kind, in its own name or as 委託先. */
    public boolean mayFile(Collection<String> codes, FilingKind kind) {
        return isResponsible(codes, kind) || isDelegate(codes, kind);
    }

    /** In its own name. */
    public boolean isResponsible(Collection<String> codes, FilingKind kind) {
        return anyOf(own, codes, kind);
    }

    /** As 委託先 of another office. */
    public boolean isDelegate(Collection<String> codes, FilingKind kind) {
        return anyOf(delegated, codes, kind);
    }

    private static boolean anyOf(Map<String, Set<FilingKind>> table, Collection<String> codes, FilingKind kind) {
        return codes.stream()
                .anyMatch(code -> table.getOrDefault(code, Set.of()).contains(kind));
    }
}

package kaigo.access.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kaigo.shared.ResourceTable;
import org.jspecify.annotations.Nullable;

/** サービス種類の表: which service gives which column, dated (rulings 7; {@code access/service-classes.csv}). */
public final class ServiceTable {

    private static final String FILE = "/access/service-classes.csv";

    private record Line(
            String name,
            ServiceClass ofClass,
            boolean takesConsent,
            LocalDate from,
            @Nullable LocalDate until) {

        boolean isInForce(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    private final Map<String, Line> lines = new HashMap<>();

    private ServiceTable(List<List<String>> table) {
        for (List<String> words : table.subList(1, table.size())) {
            lines.put(
                    words.getFirst(),
                    new Line(
                            words.get(1),
                            ServiceClass.valueOf(words.get(2)),
                            words.get(3).equals("Y"),
                            LocalDate.parse(words.get(4)),
                            words.get(5).isEmpty() ? null : LocalDate.parse(words.get(5))));
        }
    }

    public static ServiceTable bundled() {
        return new ServiceTable(ResourceTable.read(FILE));
    }

    /** Classes of the services with these codes; a code that is not known gives none. */
    public Set<ServiceClass> classesOf(Collection<String> codes, LocalDate day) {
        Set<ServiceClass> classes = EnumSet.noneOf(ServiceClass.class);
        for (String code : codes) {
            Line line = lines.get(code);
            if (line != null && line.isInForce(day)) {
                classes.add(line.ofClass());
            }
        }
        return classes;
    }

    /** Whether a ケアマネ of an office with these services may take the 包括同意 in place of the municipality (rulings 22). */
    public boolean mayTakeConsent(Collection<String> codes, LocalDate day) {
        return codes.stream()
                .map(lines::get)
                .anyMatch(line -> line != null && line.takesConsent() && line.isInForce(day));
    }

    /** サービスの名称. */
    public Optional<String> name(String code) {
        return Optional.ofNullable(lines.get(code)).map(Line::name);
    }

    Set<String> codes() {
        return lines.keySet();
    }
}

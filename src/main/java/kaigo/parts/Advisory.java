package kaigo.parts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kaigo.shared.Days;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * 公表された弱さ of a library, in the form of the Open Source Vulnerability format (OSV 1.x).
 *
 * @param affected the libraries of Maven that it is about
 */
public record Advisory(String id, String summary, Severity severity, LocalDate published, List<Affected> affected) {

    /**
     * @param versions that are named one by one
     * @param ranges each with what happens at which version, in the order of versions
     */
    record Affected(String name, List<String> versions, List<List<Event>> ranges) {}

    /** From this version on it is so, or not any more. */
    record Event(ComparableVersion at, Kind kind) {
        enum Kind {
            INTRODUCED,
            FIXED,
            LAST_AFFECTED
        }
    }

    /** Empty if it was withdrawn, or is about nothing of Maven's. Throws IllegalArgumentException if it is no OSV. */
    static Optional<Advisory> read(JsonNode osv) {
        String id = osv.path("id").asString("");
        if (id.isEmpty() || !osv.path("affected").isArray()) {
            throw new IllegalArgumentException("no advisory");
        }
        List<Affected> affected = osv.path("affected")
                .valueStream()
                .filter(one ->
                        one.path("package").path("ecosystem").asString("").equals("Maven"))
                .map(Advisory::affected)
                .toList();
        if (affected.isEmpty() || osv.hasNonNull("withdrawn")) {
            return Optional.empty();
        }
        return Optional.of(new Advisory(
                id,
                osv.path("summary").asString(""),
                Severity.of(osv.path("database_specific").path("severity").asString("")),
                Days.of(Instant.parse(
                        osv.path("published").asString(osv.path("modified").asString("")))),
                affected));
    }

    private static Affected affected(JsonNode one) {
        return new Affected(
                one.path("package").path("name").asString(""),
                one.path("versions").valueStream().map(JsonNode::asString).toList(),
                one.path("ranges")
                        .valueStream()
                        .filter(range -> range.path("type").asString("").equals("ECOSYSTEM"))
                        .map(Advisory::events)
                        .toList());
    }

    private static List<Event> events(JsonNode range) {
        return range.path("events")
                .valueStream()
                .flatMap(event -> event.propertyStream()
                        .flatMap(property -> kind(property.getKey()).stream()
                                .map(kind -> new Event(
                                        new ComparableVersion(
                                                property.getValue().asString()),
                                        kind))))
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .toList();
    }

    private static Optional<Event.Kind> kind(String word) {
        return switch (word) {
            case "introduced" -> Optional.of(Event.Kind.INTRODUCED);
            case "fixed" -> Optional.of(Event.Kind.FIXED);
            case "last_affected" -> Optional.of(Event.Kind.LAST_AFFECTED);
            default -> Optional.empty();
        };
    }

    /** The weakness of this part, if it has it. */
    Optional<Weakness> of(Part part) {
        ComparableVersion version = new ComparableVersion(part.version());
        return affected.stream()
                .filter(one -> one.name().equals(part.name()))
                .filter(one -> one.versions().contains(part.version())
                        || one.ranges().stream().anyMatch(range -> isIn(range, version)))
                .findFirst()
                .map(one -> new Weakness(part, this, mendedIn(one, version)));
    }

    private static boolean isIn(List<Event> range, ComparableVersion version) {
        boolean in = false;
        for (Event event : range) {
            int compared = event.at().compareTo(version);
            in = switch (event.kind()) {
                case INTRODUCED -> in || compared <= 0;
                case FIXED -> in && compared > 0;
                case LAST_AFFECTED -> in && compared >= 0;
            };
            if (compared > 0) {
                return in;
            }
        }
        return in;
    }

    private static @Nullable String mendedIn(Affected one, ComparableVersion version) {
        return one.ranges().stream()
                .flatMap(List::stream)
                .filter(event -> event.kind() == Event.Kind.FIXED)
                .map(Event::at)
                .filter(fixed -> fixed.compareTo(version) > 0)
                .min(ComparableVersion::compareTo)
                .map(ComparableVersion::toString)
                .orElse(null);
    }
}

package kaigo.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kaigo.shared.ResourceTable;
import org.jspecify.annotations.Nullable;

/**
 * 告示の同意文 (the ministry's briefing of 2026-03-17): what is read aloud, by version.
 *
 * @param until its last day, or null
 */
public record ConsentText(
        String version, LocalDate from, @Nullable LocalDate until, String text) {

    private static final String MUNICIPALITY = "〇〇市（町村）";

    private static final List<ConsentText> ALL = ResourceTable.read("/consent/consent-text.csv").stream()
            .skip(1)
            .map(ConsentText::of)
            .toList();

    /** The one in force on a day; none before 2026-04-01. */
    public static Optional<ConsentText> on(LocalDate day) {
        return ALL.stream()
                .filter(one -> !day.isBefore(one.from) && (one.until == null || !day.isAfter(one.until)))
                .findFirst();
    }

    /** With the name of the municipality where the notification leaves a blank. */
    public String of(String municipality) {
        return text.replace(MUNICIPALITY, municipality);
    }

    private static ConsentText of(List<String> line) {
        return new ConsentText(
                line.getFirst(),
                LocalDate.parse(line.get(1)),
                line.get(2).isEmpty() ? null : LocalDate.parse(line.get(2)),
                line.get(3));
    }
}

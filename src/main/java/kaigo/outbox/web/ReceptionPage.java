package kaigo.outbox.web;

import java.util.List;
import java.util.stream.Stream;
import kaigo.mail.MailAddress;
import kaigo.outbox.Receptions.Reception;
import kaigo.outbox.Receptions.Settings;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import org.jspecify.annotations.Nullable;

/**
 * 電子で受け取るもの.
 *
 * @param wrong the interface whose day could not be read, or {@link #ADDRESS}; null if nothing is wrong
 * @param typed that day, or address
 */
public record ReceptionPage(
        Settings settings,
        @Nullable String wrong,
        String typed,
        @Nullable String message) {

    static final String ADDRESS = "digestAddress";

    static final String PATH = "/outbox/reception";

    /** From when on what is not taken will be; empty for what is. */
    public static String from(Reception reception) {
        var closed = reception.closed();
        if (closed == null) {
            return "";
        }
        return closed.until() == null
                ? ScreenText.text("reception.closed.unknown")
                : ScreenText.text("reception.closed.until", JapaneseDates.both(closed.until()));
    }

    public Field day(Reception reception) {
        Field field = Field.optional("takenFrom" + reception.interfaceId(), "text", 30);
        if (reception.interfaceId().equals(wrong)) {
            return field.filled(typed).wrong(ScreenText.text("reception.wrong"));
        }
        var closed = reception.closed();
        return closed == null || closed.until() == null ? field : field.filled(JapaneseDates.wareki(closed.until()));
    }

    public Field address() {
        Field field = Field.optional(ADDRESS, "email", MailAddress.LONGEST);
        return ADDRESS.equals(wrong)
                ? field.filled(typed).wrong(ScreenText.text("reception.wrong.address"))
                : field.filled(settings.address());
    }

    /** What is wrong, for the summary. */
    public List<Field> fields() {
        return Stream.concat(settings.taken().stream().map(this::day), Stream.of(address()))
                .filter(field -> field.error() != null)
                .toList();
    }
}

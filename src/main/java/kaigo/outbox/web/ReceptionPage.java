package kaigo.outbox.web;

import java.util.List;
import kaigo.outbox.Receptions.Reception;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import org.jspecify.annotations.Nullable;

/**
 * 電子で受け取るもの.
 *
 * @param wrong the interface whose day could not be read, or null
 * @param from that day as it was typed
 */
public record ReceptionPage(
        List<Reception> receptions,
        @Nullable String wrong,
        String from,
        @Nullable String message) {

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
        Field field = Field.optional("takenFrom", "text", 30);
        if (reception.interfaceId().equals(wrong)) {
            return field.filled(from).wrong(ScreenText.text("reception.wrong"));
        }
        var closed = reception.closed();
        return closed == null || closed.until() == null ? field : field.filled(JapaneseDates.wareki(closed.until()));
    }

    public List<Field> fields() {
        return receptions.stream()
                .filter(one -> one.interfaceId().equals(wrong))
                .map(this::day)
                .toList();
    }
}

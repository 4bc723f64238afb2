package kaigo.viewing.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import org.jspecify.annotations.Nullable;

/**
 * 利用開始を待つ控え.
 *
 * @param insurer as typed
 * @param reference as typed
 */
public record WaitingPage(
        List<Note> notes,
        String insurer,
        String reference,
        Map<String, String> errors,
        @Nullable String message) {

    /** @param starts the day in both calendars, or that it is not settled */
    public record Note(String id, String insurerName, String reference, String starts, boolean awake) {
        @Override
        public String toString() {
            return "Note[" + id + "]";
        }
    }

    static String starts(@Nullable LocalDate day) {
        return day == null ? ScreenText.text("waiting.unsettled") : JapaneseDates.both(day);
    }

    public Field field(String name) {
        Field field = name.equals("waitingInsurer")
                ? Field.of(name, "number", 12).filled(insurer)
                : Field.of(name, "text", 40).filled(reference);
        String why = errors.get(name);
        return why == null ? field : field.wrong(why);
    }

    public List<Field> all() {
        return Stream.of("waitingInsurer", "waitingReference").map(this::field).toList();
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }

    @Override
    public String toString() {
        return "WaitingPage[…]";
    }
}

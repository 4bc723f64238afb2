package kaigo.intake.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kaigo.intake.past.PastRecord.Value;
import kaigo.intake.past.PastState;
import kaigo.layout.CodeList;
import kaigo.screens.Field;
import kaigo.screens.Moments;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;

/**
 * What the page of a person's records shows.
 *
 * @param person handle of whose they are
 * @param past whether it is a state of the past that is shown, not the present one
 */
public record RecordsPage(PastState state, String person, boolean past) {

    /** 照会の欄. */
    public record Question(Field number, Field on, Field time) {
        static final Question EMPTY = new Question(
                Field.of("number", "number", 20), Field.optional("on", "text", 30), Field.optional("time", "text", 10));

        Question numberWrong(String why) {
            return new Question(number.wrong(why), on, time);
        }

        Question onWrong(String why) {
            return new Question(number, on.wrong(why), time);
        }

        Question timeWrong(String why) {
            return new Question(number, on, time.wrong(why));
        }

        public List<Field> wrong() {
            return Stream.of(number, on, time)
                    .filter(field -> field.error() != null)
                    .toList();
        }
    }

    public String address(Instant at) {
        return "/records/" + person + "?at=" + at;
    }

    /** As people read it: days in both calendars, codes with their labels. */
    public static String text(Value one) {
        return switch (one.value()) {
            case LocalDate day -> JapaneseDates.both(day);
            case Instant moment -> Moments.show(moment);
            case Boolean flag -> ScreenText.text(flag ? "records.yes" : "records.no");
            case Number number -> Moments.count(number.longValue());
            default -> withLabel(one);
        };
    }

    private static String withLabel(Value one) {
        String text = one.value().toString();
        CodeList codes = one.item() == null ? null : one.item().codes();
        String label = codes == null ? null : codes.labels().get(text);
        return label == null ? text : text + "　" + label;
    }
}

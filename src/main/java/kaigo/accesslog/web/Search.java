package kaigo.accesslog.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kaigo.accesslog.Place;
import kaigo.accesslog.Question;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * 絞り込み: what was typed above a log, as fields of the form.
 *
 * @param of of whom; its meaning is the page's
 * @param before where the page begins, or null for the first one
 * @param whomInAddress how {@code of} stands in an address: name and value
 */
public record Search(
        Field from, Field until, Field of, @Nullable Place before, String whomInAddress) {

    private static final int DAYS_BEFORE = 30;
    private static final int DAY_LENGTH = 20;

    /**
     * Parameters of the request.
     *
     * @param before where the page begins, as {@link Place} writes it
     */
    public record Typed(
            @Nullable String from,
            @Nullable String until,
            @Nullable String before) {}

    private static String clean(@Nullable String text) {
        return text == null ? "" : Text.trimBlank(Text.narrow(text));
    }

    /**
     * The last 31 days, unless something else was typed.
     *
     * @param of the field of whom, filled
     * @param isForm what may stand there
     */
    static Search of(Typed typed, LocalDate today, Field of, Predicate<String> isForm) {
        String who = clean(of.value());
        Search search = new Search(
                day("from", typed.from(), today.minusDays(DAYS_BEFORE)),
                day("until", typed.until(), today),
                who.isEmpty() || isForm.test(who) ? of : of.wrong(ScreenText.text("log." + of.name() + ".wrong")),
                Optional.ofNullable(typed.before()).flatMap(Place::parse).orElse(null),
                of.name() + "=" + who);
        return search.isRight() && search.first().isAfter(search.last())
                ? new Search(
                        search.from().wrong(ScreenText.text("log.from.late")),
                        search.until(),
                        search.of(),
                        null,
                        search.whomInAddress())
                : search;
    }

    /** The same with another way to say in an address of whom. */
    Search addressedBy(String part) {
        return new Search(from, until, of, before, part);
    }

    private static Field day(String name, @Nullable String typed, LocalDate otherwise) {
        Field field = Field.optional(name, "text", DAY_LENGTH);
        String text = clean(typed);
        if (text.isEmpty()) {
            return field.filled(JapaneseDates.wareki(otherwise));
        }
        return JapaneseDates.parse(text)
                .map(day -> field.filled(JapaneseDates.wareki(day)))
                .orElseGet(() -> field.filled(typed).wrong(ScreenText.text("field.day.wrong")));
    }

    public List<Field> fields() {
        return List.of(of, from, until);
    }

    public List<Field> wrong() {
        return Stream.of(of, from, until).filter(field -> field.error() != null).toList();
    }

    public boolean isRight() {
        return wrong().isEmpty();
    }

    /** Throws a refusal of the request otherwise; for what is no page with a form. */
    Search requireRight() {
        if (!isRight()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return this;
    }

    public String whom() {
        return clean(of.value());
    }

    LocalDate first() {
        return JapaneseDates.parse(from.value()).orElseThrow();
    }

    LocalDate last() {
        return JapaneseDates.parse(until.value()).orElseThrow();
    }

    Question question() {
        return new Question(first(), last(), whom()).behind(before);
    }

    boolean goesOn() {
        return before != null;
    }

    /** Of a page of the same search, its place still to be written behind it. */
    String address(String path) {
        return path + "?" + whomInAddress + "&from=" + slim(first()) + "&until=" + slim(last());
    }

    private static String slim(LocalDate day) {
        return day.toString().replace("-", "");
    }
}

package kaigo.intake.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import kaigo.access.PersonHandles;
import kaigo.intake.past.PastStates;
import kaigo.intake.web.RecordsPage.Question;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.Days;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerViewer;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 登録内容の照会: what is registered of a person, and what was shown at an instant before. */
@Controller
class RecordPages {

    private final PastStates states;
    private final PersonHandles handles;
    private final InstantSource clock;

    RecordPages(PastStates states, PersonHandles handles, InstantSource clock) {
        this.states = states;
        this.handles = handles;
        this.clock = clock;
    }

    @GetMapping("/records")
    ModelAndView ask() {
        return new ModelAndView("intake/records", "it", Question.EMPTY);
    }

    @PostMapping("/records")
    ModelAndView asked(
            InsurerViewer viewer,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String time) {
        String typed = Text.trimBlank(Text.narrow(number)).toUpperCase(Locale.ROOT);
        Question question = new Question(
                Question.EMPTY.number().filled(number),
                Question.EMPTY.on().filled(on),
                Question.EMPTY.time().filled(time));
        if (!InsuredNumber.hasForm(typed)) {
            String why = typed.isEmpty() ? "missing" : "wrong";
            return again(question.numberWrong(ScreenText.text("records.number." + why)));
        }
        LocalDate day = JapaneseDates.parse(on).orElse(null);
        if (day == null
                && !(Text.trimBlank(on).isEmpty() && Text.trimBlank(time).isEmpty())) {
            return again(question.onWrong(ScreenText.text("field.day.wrong")));
        }
        if (day != null && day.isAfter(Days.of(clock.instant()))) {
            return again(question.onWrong(ScreenText.text("records.day.future")));
        }
        LocalTime minute = time(time);
        if (minute == null) {
            return again(question.timeWrong(ScreenText.text("records.time.wrong")));
        }
        return redirect(handles.at(viewer.insurer()).apply(typed), day, minute);
    }

    /** @param at an instant as in {@code 2026-11-20T00:05:00Z}; the present without it */
    @GetMapping("/records/{person}")
    ModelAndView one(
            InsurerViewer viewer, @PathVariable String person, @RequestParam(required = false) @Nullable Instant at) {
        InsuredNumber insured = handles.find(person, viewer.insurer())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Instant now = clock.instant();
        Instant asked = at == null || at.isAfter(now) ? now : at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at;
        RecordsPage page = new RecordsPage(states.find(viewer, insured.value(), asked), person, asked.isBefore(now));
        return new ModelAndView("intake/record", "it", page);
    }

    private static ModelAndView again(Question question) {
        ModelAndView form = new ModelAndView("intake/records", "it", question);
        form.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return form;
    }

    /** The last moment of the minute, or of the day if none was typed. */
    private static @Nullable LocalTime time(String typed) {
        String text = Text.trimBlank(Text.narrow(typed));
        if (text.isEmpty()) {
            return LocalTime.MAX.truncatedTo(ChronoUnit.MICROS);
        }
        try {
            LocalTime time = LocalTime.parse(text.length() == 4 ? "0" + text : text);
            return time.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1).minus(1, ChronoUnit.MICROS);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static ModelAndView redirect(String person, @Nullable LocalDate day, LocalTime time) {
        String at =
                day == null ? "" : "?at=" + day.atTime(time).atZone(Days.JAPAN).toInstant();
        return SeeOther.at("/records/" + person + at);
    }
}

package kaigo.accesslog.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kaigo.access.PersonHandles;
import kaigo.accesslog.AccessLogs;
import kaigo.accesslog.Inquiries;
import kaigo.accesslog.InquiryMark;
import kaigo.accesslog.InquiryMark.Wanted;
import kaigo.accesslog.LogPage;
import kaigo.accesslog.web.Search.Typed;
import kaigo.screens.Field;
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
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 保険者の閲覧の記録: who looked at its own insured, and the marks of inquiries. */
@Controller
class MunicipalityLogPages {

    private static final String PATH = "/access-log";
    private static final Field NUMBER = Field.optional("number", "number", 10);
    private static final int DAY = 20;
    private static final String DONE = "done";

    private final AccessLogs logs;
    private final Inquiries inquiries;
    private final Rows rows;
    private final PersonHandles handles;
    private final InstantSource clock;

    MunicipalityLogPages(AccessLogs logs, Inquiries inquiries, Rows rows, PersonHandles handles, InstantSource clock) {
        this.handles = handles;
        this.logs = logs;
        this.inquiries = inquiries;
        this.rows = rows;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView show(
            InsurerViewer viewer, Typed typed, @RequestParam(required = false) @Nullable String person, Model model) {
        String done = model.getAttribute(DONE) instanceof String said ? said : null;
        return page(viewer, search(viewer, typed, known(viewer, person)), Form.EMPTY, done);
    }

    /** Makes the address of what was typed. */
    @PostMapping(PATH)
    ModelAndView ask(InsurerViewer viewer, Typed typed, @RequestParam(defaultValue = "") String number) {
        Search search = search(viewer, typed, number);
        return search.isRight() ? SeeOther.at(search.address(PATH)) : page(viewer, search, Form.EMPTY, null);
    }

    @GetMapping(PATH + ".csv")
    void csv(
            InsurerViewer viewer,
            Typed typed,
            @RequestParam(required = false) @Nullable String person,
            HttpServletResponse response) {
        Search search = search(viewer, typed, known(viewer, person)).requireRight();
        LogPage page = logs.read(viewer, search.question().upTo(LogFile.LINES)).page();
        LogFile.send(rows.of(page.lines(), false), page.next() != null, response);
    }

    /** 調査の印, as it was typed. */
    record Marked(
            @Nullable String person,
            @Nullable String coversFrom,
            @Nullable String endsOn,
            @Nullable String reference) {

        Form form() {
            return Form.EMPTY.filled(text(coversFrom), text(endsOn), text(reference));
        }

        private static String text(@Nullable String typed) {
            return Objects.requireNonNullElse(typed, "");
        }
    }

    @PostMapping(PATH + "/inquiries")
    ModelAndView open(InsurerViewer viewer, Marked typed, RedirectAttributes next) {
        InsuredNumber insured = checked(Marked.text(typed.person()));
        Form form = typed.form();
        Optional<Wanted> wanted = form.wanted(insured, inquiries);
        if (wanted.isEmpty()) {
            Search search = search(viewer, new Typed(null, null, null), insured.value());
            return page(viewer, search, form.judged(inquiries), null);
        }
        inquiries.open(viewer, wanted.get());
        next.addFlashAttribute(DONE, ScreenText.text("inquiry.done"));
        return SeeOther.at(PATH + "?" + ofPerson(viewer, insured.value()));
    }

    @PostMapping(PATH + "/inquiries/end")
    ModelAndView end(
            InsurerViewer viewer,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "0") int mark,
            RedirectAttributes next) {
        InsuredNumber insured = checked(person);
        if (inquiries.end(viewer, insured, mark)) {
            next.addFlashAttribute(DONE, ScreenText.text("inquiry.ended.done"));
        }
        return SeeOther.at(PATH + "?" + ofPerson(viewer, insured.value()));
    }

    private ModelAndView page(InsurerViewer viewer, Search search, Form form, @Nullable String message) {
        if (!search.isRight()) {
            LogView wrong = LogView.wrong(PATH, search);
            return view(new LogView.OfInsurer(wrong, "", List.of(), List.of(), true, null));
        }
        AccessLogs.OfInsurer found = logs.read(viewer, search.question());
        LogView log =
                LogView.of(PATH, search, found.page(), rows.of(found.page().lines(), false));
        LocalDate today = Days.of(clock.instant());
        List<LogView.Mark> marks =
                found.inquiries().stream().map(mark -> words(mark, today)).toList();
        return view(new LogView.OfInsurer(log, search.whom(), marks, form.fields(), form.isWrong(), message));
    }

    private static LogView.Mark words(InquiryMark mark, LocalDate today) {
        String days = JapaneseDates.both(mark.coversFrom()) + "〜" + JapaneseDates.both(mark.endsOn());
        return new LogView.Mark(mark.number(), days, mark, mark.isInForce(today));
    }

    private static ModelAndView view(LogView.OfInsurer log) {
        ModelAndView view = new ModelAndView("accesslog/municipality", "it", log);
        view.setStatus(log.wrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private Search search(InsurerViewer viewer, Typed typed, String number) {
        Search search = Search.of(typed, Days.of(clock.instant()), NUMBER.filled(number), InsuredNumber::hasForm);
        return search.isRight() ? search.addressedBy(ofPerson(viewer, search.whom())) : search;
    }

    /** The number of a handle; nobody's is refused, so that it does not look like everybody's log. */
    private String known(InsurerViewer viewer, @Nullable String person) {
        return person == null || person.isEmpty()
                ? ""
                : handles.find(person, viewer.insurer())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                        .value();
    }

    private static InsuredNumber checked(String person) {
        if (!InsuredNumber.hasForm(person)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return InsuredNumber.of(person);
    }

    /** In an address; empty for everybody. */
    private String ofPerson(InsurerViewer viewer, String number) {
        return "person=" + (number.isEmpty() ? "" : handles.at(viewer.insurer()).apply(number));
    }

    /** The fields of a new mark. */
    private record Form(Field coversFrom, Field endsOn, Field reference) {

        static final Form EMPTY = new Form(
                Field.of("coversFrom", "text", DAY),
                Field.of("endsOn", "text", DAY),
                Field.of("reference", "text", Inquiries.REFERENCE));

        Form filled(String from, String until, String why) {
            return new Form(coversFrom.filled(from), endsOn.filled(until), reference.filled(why));
        }

        Optional<Wanted> wanted(InsuredNumber person, Inquiries rule) {
            Form judged = judged(rule);
            return judged.isWrong()
                    ? Optional.empty()
                    : Optional.of(new Wanted(person, day(coversFrom), day(endsOn), Text.trimBlank(reference.value())));
        }

        private static LocalDate day(Field field) {
            return JapaneseDates.parse(field.value()).orElse(LocalDate.MAX);
        }

        Form judged(Inquiries rule) {
            String why = Text.trimBlank(reference.value());
            Form days = new Form(
                    readable(coversFrom),
                    readable(endsOn),
                    why.isEmpty() || why.length() > Inquiries.REFERENCE
                            ? reference.wrong(ScreenText.text("inquiry.reference.wrong", Inquiries.REFERENCE))
                            : reference);
            boolean mayBe = days.coversFrom().error() != null
                    || days.endsOn().error() != null
                    || rule.mayBe(day(coversFrom), day(endsOn));
            return mayBe
                    ? days
                    : new Form(
                            days.coversFrom(),
                            days.endsOn().wrong(ScreenText.text("inquiry.days.wrong", Inquiries.DAYS)),
                            days.reference());
        }

        private static Field readable(Field day) {
            return JapaneseDates.parse(day.value()).isPresent() ? day : day.wrong(ScreenText.text("field.day.wrong"));
        }

        List<Field> fields() {
            return List.of(coversFrom, endsOn, reference);
        }

        boolean isWrong() {
            return fields().stream().anyMatch(field -> field.error() != null);
        }
    }
}

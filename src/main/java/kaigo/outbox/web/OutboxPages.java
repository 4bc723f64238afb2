package kaigo.outbox.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import kaigo.layout.Control;
import kaigo.layout.FileName;
import kaigo.layout.Form;
import kaigo.outbox.Outbox;
import kaigo.outbox.Outbox.Fetched;
import kaigo.outbox.Outbox.Listed;
import kaigo.outbox.Outbox.Reply;
import kaigo.outbox.OutboxAnswer;
import kaigo.outbox.OutboxItem;
import kaigo.outbox.OutboxRecords;
import kaigo.outbox.rules.Answer;
import kaigo.outbox.rules.ItemState;
import kaigo.outbox.rules.ReturnReason;
import kaigo.paper.FormPdf;
import kaigo.paper.PrintedForm;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.screens.Staff;
import kaigo.shared.Days;
import kaigo.shared.InsurerViewer;
import kaigo.shared.MyNumber;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 送付箱: what was written on the platform for the municipality, to be read, saved and answered (方式②). */
@Controller
class OutboxPages {

    private static final String PATH = OutboxPage.PATH;
    private static final int ROWS = 50;
    private static final int FILE = 10_000;
    private static final String DONE = "done";
    private static final String AGAIN = "again";

    private final Outbox outbox;
    private final InstantSource clock;

    OutboxPages(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(
            InsurerViewer viewer,
            @RequestParam(required = false) @Nullable ItemState only,
            @RequestParam(defaultValue = "false") boolean results,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        Listed found = outbox.list(viewer, new Outbox.Question(only, results, before, ROWS + 1));
        boolean more = found.items().size() > ROWS;
        List<OutboxItem> items = more ? found.items().subList(0, ROWS) : found.items();
        OutboxPage page = new OutboxPage(
                items, only, results, found.open(), more ? items.getLast().number() : null, said(model));
        return new ModelAndView("outbox/list", "it", page);
    }

    /** Whoever opens one has fetched it. */
    @GetMapping(PATH + "/{number}")
    ModelAndView one(InsurerViewer viewer, @PathVariable long number, Model model) {
        Again again = model.getAttribute(AGAIN) instanceof Again before ? before : Again.NONE;
        return outbox.fetch(viewer, number)
                .map(fetched -> page(fetched, again, List.of(), said(model)))
                .orElseThrow(OutboxPages::absent);
    }

    @GetMapping(PATH + "/{number}/record.json")
    void json(InsurerViewer viewer, @PathVariable long number, HttpServletResponse response) throws IOException {
        Fetched fetched = outbox.fetch(viewer, number).orElseThrow(OutboxPages::absent);
        response.setContentType("application/json");
        saveAs(response, fetched.item().interfaceId() + "_" + number + ".json");
        response.getOutputStream().write(fetched.record().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The item on paper. A character without a glyph is named before; whoever goes on gets 〓 in its place.
     *
     * @param anyway whoever asks knows of those
     */
    @GetMapping(PATH + "/{number}/record.pdf")
    @Nullable
    ModelAndView pdf(
            InsurerViewer viewer,
            @AuthenticationPrincipal Staff user,
            @PathVariable long number,
            @RequestParam(defaultValue = "false") boolean anyway,
            HttpServletResponse response)
            throws IOException {
        Fetched fetched = outbox.print(viewer, number).orElseThrow(OutboxPages::absent);
        PrintedForm form = ItemPaper.of(fetched, user, clock.instant(), viewer.requestId());
        List<String> missing = FormPdf.missing(form);
        if (!missing.isEmpty() && !anyway) {
            return page(fetched, new Again(ItemPage.Form.EMPTY, null), missing, null);
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        FormPdf.write(form, pdf);
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setContentLength(pdf.size());
        saveAs(response, fetched.item().interfaceId() + "_" + number + ".pdf");
        pdf.writeTo(response.getOutputStream());
        return null;
    }

    /** All of an interface that nobody has fetched yet, as one file: what it holds counts as fetched. */
    @PostMapping(PATH + "/file")
    @Nullable
    ModelAndView file(
            InsurerViewer viewer,
            @RequestParam String interfaceId,
            @RequestParam Form form,
            RedirectAttributes next,
            HttpServletResponse response)
            throws IOException {
        List<Fetched> waiting = outbox.fetchWaiting(viewer, interfaceId, FILE);
        if (waiting.isEmpty()) {
            next.addFlashAttribute(DONE, ScreenText.text("outbox.file.none"));
            return SeeOther.at(PATH);
        }
        Control control = OutboxRecords.control(
                viewer.insurer(),
                interfaceId,
                waiting.size(),
                LocalDateTime.ofInstant(clock.instant(), Days.JAPAN).withNano(0));
        response.setContentType(form == Form.CSV ? "text/csv;charset=UTF-8" : "application/x-ndjson");
        saveAs(response, FileName.of(control, 1, form).toString());
        OutboxRecords.write(response.getOutputStream(), form, control, waiting);
        return null;
    }

    /** What was refused, and what was typed: for the page that the browser is sent to. */
    record Again(ItemPage.Form form, @Nullable String problem) implements Serializable {
        static final Again NONE = new Again(ItemPage.Form.EMPTY, null);
    }

    /** 受領・受理・差戻し. */
    @PostMapping(PATH + "/{number}/answer")
    ModelAndView answer(InsurerViewer viewer, @PathVariable long number, Typed typed, RedirectAttributes next) {
        String address = PATH + "/" + number;
        ItemPage.Form form = typed.form();
        if (form.isWrong()) {
            return outbox.fetch(viewer, number)
                    .map(fetched -> page(fetched, new Again(form, null), List.of(), null))
                    .orElseThrow(OutboxPages::absent);
        }
        switch (outbox.answer(viewer, number, typed.answer())) {
            case Reply.Taken taken ->
                next.addFlashAttribute(
                        DONE, ScreenText.text("outbox.done." + taken.item().state()));
            case Reply.NotNow not -> next.addFlashAttribute(AGAIN, new Again(form, ScreenText.text("outbox.notNow")));
            case Reply.Absent absent -> throw absent();
        }
        return SeeOther.at(address);
    }

    /** 答え, as it was typed. */
    record Typed(
            Answer given, @Nullable String reason, @Nullable String remark) {

        private @Nullable ReturnReason why() {
            return Arrays.stream(ReturnReason.values())
                    .filter(one -> one.name().equals(reason))
                    .findFirst()
                    .orElse(null);
        }

        private String words() {
            return Text.trimBlank(Objects.requireNonNullElse(remark, ""));
        }

        ItemPage.Form form() {
            if (given != Answer.RETURNED) {
                return ItemPage.Form.EMPTY;
            }
            ReturnReason why = why();
            String remarkWrong = remarkWrong(why);
            return new ItemPage.Form(
                    why == null ? "" : why.name(),
                    words(),
                    why == null ? ScreenText.text("outbox.reason.missing") : null,
                    remarkWrong);
        }

        private @Nullable String remarkWrong(@Nullable ReturnReason why) {
            if (why != null && why.needsRemark() && words().isEmpty()) {
                return ScreenText.text("outbox.remark.missing");
            }
            if (words().length() > OutboxAnswer.REMARK) {
                return ScreenText.text("outbox.remark.long");
            }
            return MyNumber.mayStandIn(words()) ? ScreenText.text("outbox.remark.secret") : null;
        }

        /** Only of one that is not wrong. */
        OutboxAnswer answer() {
            return given == Answer.RETURNED
                    ? new OutboxAnswer(given, Objects.requireNonNull(why()), words())
                    : OutboxAnswer.of(given);
        }
    }

    private static ModelAndView page(Fetched fetched, Again again, List<String> missing, @Nullable String message) {
        ItemPage page =
                new ItemPage(fetched.item(), ItemLine.of(fetched), again.form(), again.problem(), missing, message);
        ModelAndView view = new ModelAndView("outbox/item", "it", page);
        view.setStatus(page.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private static void saveAs(HttpServletResponse response, String name) {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    private static @Nullable String said(Model model) {
        return model.getAttribute(DONE) instanceof String text ? text : null;
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

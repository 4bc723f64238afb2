package kaigo.accesslog.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kaigo.accesslog.AccessLogs;
import kaigo.accesslog.LogPage;
import kaigo.accesslog.web.Search.Typed;
import kaigo.screens.Field;
import kaigo.shared.Days;
import kaigo.shared.OperatorViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 運用者の閲覧の記録: everything that happens on the platform, and nobody's number. */
@Controller
class OperatorLogPages {

    private static final String PATH = "/operator/log";
    private static final Field ORGANISATION = Field.optional("organisation", "text", 10);
    private static final Predicate<String> FORM =
            Pattern.compile("[0-9]{6}|[0-9A-Z]{10}").asMatchPredicate();

    private final AccessLogs logs;
    private final Rows rows;
    private final InstantSource clock;

    OperatorLogPages(AccessLogs logs, Rows rows, InstantSource clock) {
        this.logs = logs;
        this.rows = rows;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView show(
            OperatorViewer viewer, Typed typed, @RequestParam(required = false) @Nullable String organisation) {
        Search search = search(typed, organisation);
        if (!search.isRight()) {
            return view(HttpStatus.UNPROCESSABLE_CONTENT, new LogView.OfPlatform(LogView.wrong(PATH, search), 0));
        }
        AccessLogs.OfPlatform found = logs.read(viewer, search.question());
        LogPage page = found.page();
        LogView log = LogView.of(PATH, search, page, rows.of(page.lines(), false));
        return view(HttpStatus.OK, new LogView.OfPlatform(log, found.behind()));
    }

    @GetMapping(PATH + ".csv")
    void csv(
            OperatorViewer viewer,
            Typed typed,
            @RequestParam(required = false) @Nullable String organisation,
            HttpServletResponse response) {
        Search search = search(typed, organisation).requireRight();
        LogPage page = logs.read(viewer, search.question().upTo(LogFile.LINES)).page();
        LogFile.sendWithRemote(rows.of(page.lines(), false), page.next() != null, response);
    }

    private Search search(Typed typed, @Nullable String organisation) {
        return Search.of(typed, Days.of(clock.instant()), ORGANISATION.filled(organisation), FORM);
    }

    private static ModelAndView view(HttpStatus status, LogView.OfPlatform log) {
        ModelAndView view = new ModelAndView("accesslog/operator", "it", log);
        view.setStatus(status);
        return view;
    }
}

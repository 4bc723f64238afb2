package kaigo.accesslog.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kaigo.accesslog.AccessLogs;
import kaigo.accesslog.LogPage;
import kaigo.accesslog.web.Search.Typed;
import kaigo.screens.Field;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 事業所・医療機関の閲覧の記録: for its administrator, what its own people did. */
@Controller
class OfficeLogPages {

    private static final String PATH = "/office/log";
    private static final Field LOGIN = Field.optional("login", "text", 40);
    private static final Predicate<String> FORM =
            Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}|KJ[0-9]{12}").asMatchPredicate();

    private final AccessLogs logs;
    private final Rows rows;
    private final InstantSource clock;

    OfficeLogPages(AccessLogs logs, Rows rows, InstantSource clock) {
        this.logs = logs;
        this.rows = rows;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView show(InstitutionViewer viewer, Typed typed, @RequestParam(required = false) @Nullable String login) {
        Search search = search(typed, login);
        if (!search.isRight()) {
            return view(HttpStatus.UNPROCESSABLE_CONTENT, LogView.wrong(PATH, search));
        }
        Optional<LogPage> page = logs.read(viewer, search.question());
        if (page.isEmpty()) {
            ModelAndView refused = new ModelAndView("accesslog/office-refused");
            refused.setStatus(HttpStatus.FORBIDDEN);
            return refused;
        }
        return view(
                HttpStatus.OK,
                LogView.of(PATH, search, page.get(), rows.of(page.get().lines(), true)));
    }

    @GetMapping(PATH + ".csv")
    void csv(
            InstitutionViewer viewer,
            Typed typed,
            @RequestParam(required = false) @Nullable String login,
            HttpServletResponse response) {
        Search search = search(typed, login).requireRight();
        LogPage page = logs.read(viewer, search.question().upTo(LogFile.LINES))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        LogFile.send(rows.of(page.lines(), true), page.next() != null, response);
    }

    private Search search(Typed typed, @Nullable String login) {
        return Search.of(typed, Days.of(clock.instant()), LOGIN.filled(login), FORM);
    }

    private static ModelAndView view(HttpStatus status, LogView log) {
        ModelAndView view = new ModelAndView("accesslog/office", "it", log);
        view.setStatus(status);
        return view;
    }
}

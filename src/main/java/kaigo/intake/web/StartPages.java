package kaigo.intake.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import kaigo.intake.ReceivedFile;
import kaigo.intake.Results;
import kaigo.intake.Results.Start;
import kaigo.shared.Days;
import kaigo.shared.InsurerViewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** はじめの画面: what is to do today. */
@Controller
class StartPages {

    private static final int LOOKED_AT = 100;
    private static final int SHOWN = 5;

    private final Results results;
    private final InstantSource clock;

    StartPages(Results results, InstantSource clock) {
        this.results = results;
        this.clock = clock;
    }

    @GetMapping("/")
    ModelAndView start(InsurerViewer viewer) {
        LocalDate today = Days.of(clock.instant());
        Start start = results.start(viewer, today, LOOKED_AT);
        long working = start.files().stream()
                .filter(file -> !file.progress().status().isFinal())
                .count();
        List<ReceivedFile> last = start.files().stream().limit(SHOWN).toList();
        return new ModelAndView("intake/start", "it", new StartPage(start, last, (int) working));
    }
}

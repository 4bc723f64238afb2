package kaigo.intake.web;

import java.time.InstantSource;
import java.util.List;
import kaigo.insured.LinkCases;
import kaigo.intake.ReceivedFile;
import kaigo.intake.Results;
import kaigo.shared.Days;
import kaigo.shared.InsurerViewer;
import kaigo.shared.JapaneseDates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** はじめの画面: what is to do today. */
@Controller
class StartPages {

    private static final int LOOKED_AT = 100;
    private static final int SHOWN = 5;

    private final Results results;
    private final LinkCases cases;
    private final InstantSource clock;

    StartPages(Results results, LinkCases cases, InstantSource clock) {
        this.results = results;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/")
    ModelAndView start(InsurerViewer viewer) {
        List<ReceivedFile> files = results.listFiles(viewer, null, LOOKED_AT);
        long working = files.stream()
                .filter(file -> !file.progress().status().isFinal())
                .count();
        List<ReceivedFile> last = files.stream().limit(SHOWN).toList();
        String day = JapaneseDates.both(Days.of(clock.instant()));
        return new ModelAndView("intake/start", "it", new StartPage(day, cases.count(viewer), last, (int) working));
    }
}

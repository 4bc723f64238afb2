package kaigo.consent.web;

import kaigo.consent.Coverages;
import kaigo.shared.InsurerViewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** 同意の取得状況. */
@Controller
class CoveragePages {

    private final Coverages coverages;

    CoveragePages(Coverages coverages) {
        this.coverages = coverages;
    }

    @GetMapping("/consents/coverage")
    ModelAndView show(InsurerViewer viewer) {
        return new ModelAndView(
                "consent/coverage",
                "it",
                new CoveragePage(coverages.find(viewer).orElse(null)));
    }
}

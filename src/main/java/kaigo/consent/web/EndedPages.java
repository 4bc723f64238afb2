package kaigo.consent.web;

import kaigo.consent.EndedConsents;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerViewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 申請書のなしで終わった同意: the municipality's list. */
@Controller
class EndedPages {

    private static final int ROWS = 50;

    private final EndedConsents consents;

    EndedPages(EndedConsents consents) {
        this.consents = consents;
    }

    /** @param after number behind which the list goes on; anything that is no number begins it */
    @GetMapping("/consents/ended")
    ModelAndView list(InsurerViewer viewer, @RequestParam(defaultValue = "") String after) {
        String from = InsuredNumber.hasForm(after) ? after : "";
        return new ModelAndView("consent/ended", "it", new EndedPage(consents.list(viewer, from, ROWS), from));
    }
}

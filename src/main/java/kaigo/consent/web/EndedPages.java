package kaigo.consent.web;

import kaigo.access.PersonHandles;
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
    private final PersonHandles handles;

    EndedPages(EndedConsents consents, PersonHandles handles) {
        this.consents = consents;
        this.handles = handles;
    }

    /** @param after handle of the person behind whom the list goes on; anything else begins it */
    @GetMapping("/consents/ended")
    ModelAndView list(InsurerViewer viewer, @RequestParam(defaultValue = "") String after) {
        String from =
                handles.find(after, viewer.insurer()).map(InsuredNumber::value).orElse("");
        EndedConsents.Page list = consents.list(viewer, from, ROWS);
        return new ModelAndView(
                "consent/ended", "it", new EndedPage(list, from.isEmpty(), handles.at(viewer.insurer())));
    }
}

package kaigo.viewing.web;

import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.InstitutionViewer;
import kaigo.viewing.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** メールのお知らせ: everybody of an institution chooses for oneself whether it comes by mail too. */
@Controller
class NoticePages {

    private static final String PATH = UsersPage.PATH + "/notices";

    private final Notices notices;

    NoticePages(Notices notices) {
        this.notices = notices;
    }

    @GetMapping(PATH)
    ModelAndView show(InstitutionViewer viewer) {
        return new ModelAndView("viewing/notices", "it", notices.isWanted(viewer));
    }

    @PostMapping(PATH)
    ModelAndView set(InstitutionViewer viewer, @RequestParam boolean wanted, RedirectAttributes next) {
        notices.set(viewer, wanted);
        next.addFlashAttribute(UserPages.DONE, ScreenText.text(wanted ? "notices.done.on" : "notices.done.off"));
        return SeeOther.at(UsersPage.PATH);
    }
}

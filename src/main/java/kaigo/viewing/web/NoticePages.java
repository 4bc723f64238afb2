package kaigo.viewing.web;

import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import kaigo.viewing.Notices;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 利用者一覧のお知らせ: everybody of an office chooses for oneself whether it comes by mail too. */
@Controller
class NoticePages {

    private static final String PATH = UsersPage.PATH + "/notices";

    private final Notices notices;

    NoticePages(Notices notices) {
        this.notices = notices;
    }

    @GetMapping(PATH)
    ModelAndView show(InstitutionViewer viewer) {
        requireOffice(viewer);
        return new ModelAndView("viewing/notices", "it", notices.isWanted(viewer));
    }

    @PostMapping(PATH)
    ModelAndView set(InstitutionViewer viewer, @RequestParam boolean wanted, RedirectAttributes next) {
        requireOffice(viewer);
        notices.set(viewer, wanted);
        next.addFlashAttribute(UserPages.DONE, ScreenText.text(wanted ? "notices.done.on" : "notices.done.off"));
        return SeeOther.at(UsersPage.PATH);
    }

    /** A clinic has no worklists. */
    private static void requireOffice(InstitutionViewer viewer) {
        if (viewer.institution().kind() != InstitutionId.Kind.OFFICE) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}

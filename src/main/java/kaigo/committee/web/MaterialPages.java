package kaigo.committee.web;

import java.time.InstantSource;
import java.util.UUID;
import kaigo.committee.Material;
import kaigo.committee.Materials;
import kaigo.committee.Materials.Answer;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.InsurerViewer;
import kaigo.shared.MyNumber;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 審査会資料 of the municipality: what was sent, who has read it, and its recall. */
@Controller
class MaterialPages {

    static final String PATH = "/committee-material";
    static final String DONE = "done";
    static final String PROBLEM = "problem";
    private static final String TYPED = "typed";
    private static final int LONGEST_REASON = 200;

    private final Materials materials;
    private final MemberNames names;
    private final InstantSource clock;

    MaterialPages(Materials materials, MemberNames names, InstantSource clock) {
        this.materials = materials;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(InsurerViewer viewer) {
        return new ModelAndView("committee/materials", "it", new MaterialList(materials.list(viewer), clock.instant()));
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView one(InsurerViewer viewer, @PathVariable UUID id, Model model) {
        Material material = materials.find(viewer, id).orElseThrow(MaterialPages::absent);
        String typed = said(model, TYPED);
        MaterialPage page = new MaterialPage(
                material,
                names.all(viewer.insurer()),
                clock.instant(),
                materials.canReplace(material.meeting()),
                typed == null ? "" : typed,
                said(model, PROBLEM),
                said(model, DONE));
        ModelAndView shown = new ModelAndView("committee/material", "it", page);
        shown.setStatus(page.problem() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    /** 取戻し. */
    @PostMapping(PATH + "/{id}/recall")
    ModelAndView recall(
            InsurerViewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String recallReason,
            RedirectAttributes next) {
        String reason = Text.trimBlank(recallReason);
        boolean wrong = reason.isEmpty() || Text.codePoints(reason) > LONGEST_REASON || MyNumber.mayStandIn(reason);
        Answer answer = wrong ? null : materials.recall(viewer, id, reason);
        if (answer == Answer.ABSENT) {
            throw absent();
        }
        if (answer == Answer.DONE) {
            next.addFlashAttribute(DONE, ScreenText.text("material.recalled"));
        } else {
            String why = answer == null ? "material.recall.wrong" : "material.notNow";
            next.addFlashAttribute(TYPED, reason);
            next.addFlashAttribute(PROBLEM, ScreenText.text(why, LONGEST_REASON));
        }
        return SeeOther.at(PATH + "/" + id);
    }

    static @Nullable String said(Model model, String name) {
        return model.getAttribute(name) instanceof String text ? text : null;
    }

    static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

package kaigo.committee.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import kaigo.committee.Materials;
import kaigo.committee.Materials.Answer;
import kaigo.committee.Materials.Proposal;
import kaigo.committee.Materials.Published;
import kaigo.committee.SetDraft;
import kaigo.committee.web.MaterialForm.Known;
import kaigo.documents.DocumentProblem;
import kaigo.documents.Kept;
import kaigo.screens.FormFile;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 審査会資料を送る: first the PDF, which is checked; then for which meeting, whom, and which cases. The same for a new version. */
@Controller
class PublishPages {

    private static final String NEW = MaterialPages.PATH + "/new";
    private static final String REPLACE = MaterialPages.PATH + "/{id}/replace";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Materials materials;
    private final MemberNames names;
    private final InstantSource clock;

    PublishPages(Materials materials, MemberNames names, InstantSource clock) {
        this.materials = materials;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping(NEW)
    ModelAndView askNew(Model model) {
        return upload(null, model);
    }

    @GetMapping(REPLACE)
    ModelAndView askReplacement(@PathVariable UUID id, Model model) {
        return upload(id, model);
    }

    @PostMapping(path = NEW, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelAndView takeNew(InsurerViewer viewer, HttpServletRequest request, RedirectAttributes next) {
        return take(viewer, null, request, next);
    }

    @PostMapping(path = REPLACE, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelAndView takeReplacement(
            InsurerViewer viewer, @PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
        return take(viewer, id, request, next);
    }

    @GetMapping(NEW + "/{sha256}")
    ModelAndView formNew(InsurerViewer viewer, @PathVariable String sha256) {
        return form(viewer, sha256, null);
    }

    @GetMapping(REPLACE + "/{sha256}")
    ModelAndView formReplacement(InsurerViewer viewer, @PathVariable UUID id, @PathVariable String sha256) {
        return form(viewer, sha256, id);
    }

    @PostMapping(NEW + "/{sha256}")
    ModelAndView publishNew(
            InsurerViewer viewer,
            @PathVariable String sha256,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes next) {
        return publish(viewer, new Place(sha256, null), sent, next);
    }

    @PostMapping(REPLACE + "/{sha256}")
    ModelAndView publishReplacement(
            InsurerViewer viewer,
            @PathVariable UUID id,
            @PathVariable String sha256,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes next) {
        return publish(viewer, new Place(sha256, id), sent, next);
    }

    /** @param replaces null of a new set */
    private record Place(String sha256, @Nullable UUID replaces) {

        Place {
            if (!SHA256.matcher(sha256).matches()) {
                throw MaterialPages.absent();
            }
        }

        static String of(@Nullable UUID replaces) {
            return replaces == null ? NEW : REPLACE.replace("{id}", replaces.toString());
        }

        String path() {
            return of(replaces) + "/" + sha256;
        }
    }

    private static ModelAndView upload(@Nullable UUID replaces, Model model) {
        String problem = MaterialPages.said(model, MaterialPages.PROBLEM);
        ModelAndView page = new ModelAndView(
                "committee/upload", "it", new MaterialUpload(Place.of(replaces), replaces != null, problem));
        page.setStatus(problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    /** The first file of the form; the type is that of its content, whatever its name says. */
    private ModelAndView take(
            InsurerViewer viewer, @Nullable UUID replaces, HttpServletRequest request, RedirectAttributes next) {
        Kept[] kept = {null};
        String problem = ScreenText.text("material.file.none");
        try {
            FormFile.readAll(request, (name, bytes) -> {
                if (kept[0] == null) {
                    kept[0] = materials.receive(viewer, bytes);
                }
            });
        } catch (UncheckedIOException e) {
            problem = ScreenText.text("upload.broken.form");
        }
        if (kept[0] instanceof Kept.Stored stored) {
            return SeeOther.at(Place.of(replaces) + "/" + stored.document().sha256());
        }
        if (kept[0] instanceof Kept.Refused(DocumentProblem why)) {
            problem = why.text() + why.remedy();
        }
        next.addFlashAttribute(MaterialPages.PROBLEM, problem);
        return SeeOther.at(Place.of(replaces));
    }

    private ModelAndView form(InsurerViewer viewer, String sha256, @Nullable UUID replaces) {
        Place place = new Place(sha256, replaces);
        Proposal proposal = propose(viewer, place);
        return shown(viewer, place, proposal, MaterialForms.begin(proposal, viewer.insurer()));
    }

    private Proposal propose(InsurerViewer viewer, Place place) {
        return materials.propose(viewer, place.sha256(), place.replaces()).orElseThrow(MaterialPages::absent);
    }

    private ModelAndView shown(InsurerViewer viewer, Place place, Proposal proposal, MaterialForm form) {
        ModelAndView page = new ModelAndView(
                "committee/form",
                "it",
                new MaterialFormPage(place.path(), proposal, form, names.all(viewer.insurer())));
        page.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }

    private ModelAndView publish(
            InsurerViewer viewer, Place place, MultiValueMap<String, String> sent, RedirectAttributes next) {
        MaterialForm typed = MaterialForms.typed(sent);
        int pages = number(sent.getFirst("pages"));
        MaterialForm checked = typed.checked(known(viewer, place, pages));
        if (sent.containsKey("more") || checked.isWrong() || pages == 0) {
            Proposal proposal = propose(viewer, place);
            MaterialForm again = sent.containsKey("more")
                    ? new MaterialForm(
                            typed.values(),
                            typed.members(),
                            MaterialForms.withMore(typed.rows(), viewer.insurer()),
                            Map.of())
                    : typed.checked(known(viewer, place, proposal.document().pages()));
            return shown(viewer, place, proposal, again);
        }
        SetDraft draft = checked.draft(new SetDraft.Paper(place.sha256(), pages), clock);
        Published done = materials.publish(viewer, draft, place.replaces());
        if (done.answer() != Answer.DONE) {
            next.addFlashAttribute(MaterialPages.PROBLEM, ScreenText.text("material.not." + done.answer()));
            return SeeOther.at(
                    done.answer() == Answer.NOT_NOW
                            ? MaterialPages.PATH + "/" + place.replaces()
                            : Place.of(place.replaces()));
        }
        next.addFlashAttribute(
                MaterialPages.DONE,
                ScreenText.text(place.replaces() == null ? "material.published" : "material.replaced"));
        return SeeOther.at(MaterialPages.PATH + "/" + Objects.requireNonNull(done.meeting()));
    }

    private Known known(InsurerViewer viewer, Place place, int pages) {
        return new Known(pages, names.all(viewer.insurer()).keySet(), place.replaces() != null, clock.instant());
    }

    private static int number(@Nullable String typed) {
        return typed != null && typed.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(typed) : 0;
    }
}

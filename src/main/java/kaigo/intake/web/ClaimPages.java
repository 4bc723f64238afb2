package kaigo.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import kaigo.intake.Answer;
import kaigo.intake.Receipt;
import kaigo.intake.ReceivedFile;
import kaigo.intake.Reception;
import kaigo.intake.ResultPage;
import kaigo.intake.Results.Section;
import kaigo.intake.SentClaims;
import kaigo.intake.web.FilePages.Choice;
import kaigo.intake.web.FormFiles.Sent;
import kaigo.intake.web.UploadPage.SentBefore;
import kaigo.layout.ErrorId;
import kaigo.layout.FileName;
import kaigo.layout.UnusableFile;
import kaigo.participants.Insurers;
import kaigo.screens.FormFile;
import kaigo.shared.FederationViewer;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 給付実績を送る: the page of a 国保連合会, and what became of what it sent. A file names its insurer, which must be one of the prefecture (rulings 29);
 * each file is an act on that insurer of its own.
 */
@Controller
class ClaimPages {

    private static final String PATH = "/claims";

    /** How many files stand on the page. */
    private static final int SHOWN = 20;

    private final Reception reception;
    private final SentClaims claims;
    private final Insurers insurers;

    ClaimPages(Reception reception, SentClaims claims, Insurers insurers) {
        this.reception = reception;
        this.claims = claims;
        this.insurers = insurers;
    }

    @GetMapping(PATH)
    ModelAndView form(FederationViewer viewer, @RequestParam(defaultValue = "1") int page, Model model) {
        String example = "K01_%s0001_R_20261120053000_001.csv".formatted(viewer.prefectureCode());
        int at = Math.clamp(page, 1, 10_000);
        List<ReceivedFile> found = claims.list(viewer, (at - 1) * SHOWN, SHOWN + 1);
        boolean more = found.size() > SHOWN;
        SentBefore before =
                new SentBefore(more ? found.subList(0, SHOWN) : found, more ? PATH + "?page=" + (at + 1) : null);
        return new ModelAndView("intake/upload", "it", UploadPage.of(PATH, Sent.of(model), example, before));
    }

    /** What became of one of them. */
    @GetMapping(PATH + "/{receipt}")
    ModelAndView file(
            FederationViewer viewer,
            @PathVariable String receipt,
            Choice choice,
            @RequestParam(required = false) @Nullable String seen) {
        Section section = choice.section();
        ResultPage found = Receipt.parse(receipt)
                .flatMap(one -> claims.findPage(viewer, one, section, seen))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return found.file().progress().mark().equals(seen)
                ? Shown.nothingNew()
                : new ModelAndView("intake/file", "it", new FilePage(PATH, found, section));
    }

    /** @param name of the file, percent-encoded */
    @PutMapping(PATH)
    ModelAndView one(FederationViewer viewer, @RequestHeader("X-File-Name") String name, InputStream body) {
        List<Outcome> outcomes = new ArrayList<>();
        send(viewer, Sending.decoded(name), body, outcomes);
        return new ModelAndView("intake/outcomes", "it", outcomes);
    }

    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelAndView all(FederationViewer viewer, HttpServletRequest request, RedirectAttributes next) {
        return FormFiles.answer(
                PATH,
                new ArrayList<>(),
                next,
                outcomes -> FormFile.readAll(request, (name, bytes) -> send(viewer, name, bytes, outcomes)));
    }

    private void send(FederationViewer viewer, String name, InputStream bytes, List<Outcome> outcomes) {
        try {
            InsurerNumber insurer = insurer(viewer, FileName.parse(name));
            reception.receiveAll(viewer.on(insurer), delivery -> Sending.send(delivery, name, bytes, outcomes::add));
        } catch (UnusableFile e) {
            outcomes.add(Outcome.of(name, new Answer.Refused(e, null)));
        }
    }

    private InsurerNumber insurer(FederationViewer viewer, FileName name) {
        InsurerNumber insurer = new InsurerNumber(name.insurerNumber());
        if (!viewer.isOfPrefecture(insurer) || insurers.find(insurer).isEmpty()) {
            throw new UnusableFile(ErrorId.E1002, 0);
        }
        return insurer;
    }
}

package kaigo.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import kaigo.intake.Answer;
import kaigo.intake.Reception;
import kaigo.intake.web.FormFiles.Sent;
import kaigo.layout.ErrorId;
import kaigo.layout.FileName;
import kaigo.layout.UnusableFile;
import kaigo.participants.Insurers;
import kaigo.shared.FederationViewer;
import kaigo.shared.InsurerNumber;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 給付実績を送る: the one page of a 国保連合会. A file names its insurer, which must be one of the prefecture (rulings 29);
 * each file is an act on that insurer of its own.
 */
@Controller
class ClaimPages {

    private static final String PATH = "/claims";

    private final Reception reception;
    private final Insurers insurers;

    ClaimPages(Reception reception, Insurers insurers) {
        this.reception = reception;
        this.insurers = insurers;
    }

    @GetMapping(PATH)
    ModelAndView form(FederationViewer viewer, Model model) {
        String example = "K01_%s0001_R_20261120053000_001.csv".formatted(viewer.prefectureCode());
        return new ModelAndView("intake/upload", "it", UploadPage.of(PATH, Sent.of(model), example));
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
                outcomes -> FormFiles.read(request, (name, bytes) -> send(viewer, name, bytes, outcomes)));
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
        boolean own = insurer.value().startsWith(viewer.prefectureCode())
                && insurers.find(insurer).isPresent();
        if (!own) {
            throw new UnusableFile(ErrorId.E1002, 0);
        }
        return insurer;
    }
}

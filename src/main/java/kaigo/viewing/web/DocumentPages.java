package kaigo.viewing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kaigo.access.PersonHandles;
import kaigo.access.PersonKey;
import kaigo.shared.InstitutionViewer;
import kaigo.viewing.ApplicationPapers;
import kaigo.viewing.PaperAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** 帳票イメージ: the PDF that the municipality sent. */
@Controller
class DocumentPages {

    private final ApplicationPapers papers;
    private final PersonHandles handles;

    DocumentPages(ApplicationPapers papers, PersonHandles handles) {
        this.papers = papers;
        this.handles = handles;
    }

    /** Somebody else's document, one that may not be seen and one that does not exist are not there. */
    @GetMapping(PersonPage.PATH + "{id}/documents/{sha256}")
    void send(
            InstitutionViewer viewer,
            @PathVariable String id,
            @PathVariable String sha256,
            HttpServletResponse response)
            throws IOException {
        PersonKey person = handles.find(id)
                .filter(one -> PaperAnswer.isName(sha256))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!papers.send(viewer, person, sha256, (kind, document) -> PaperAnswer.take(kind, document, response))
                .value()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        response.flushBuffer();
    }
}

package kaigo.viewing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;
import kaigo.access.PersonHandles;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.documents.Document;
import kaigo.shared.InstitutionViewer;
import kaigo.viewing.ApplicationPapers;
import kaigo.viewing.Paper;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** 帳票イメージ: the PDF that the municipality sent. */
@Controller
class DocumentPages {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

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
                .filter(one -> SHA256.matcher(sha256).matches())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!papers.send(viewer, person, sha256, (kind, document) -> take(kind, document, response))
                .value()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        response.flushBuffer();
    }

    /** The name says what it shows and of whom nothing; a browser saves it and runs nothing in it. */
    private static OutputStream take(Kind kind, Document document, HttpServletResponse response) throws IOException {
        String name = Paper.of(kind).map(Paper::path).orElse("form");
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setContentLength(document.bytes());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".pdf\"");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        return response.getOutputStream();
    }
}

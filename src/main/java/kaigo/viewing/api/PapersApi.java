package kaigo.viewing.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kaigo.access.FileOutcome;
import kaigo.access.Opened;
import kaigo.access.PersonKey;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Reason;
import kaigo.api.ApiError;
import kaigo.api.ApiRefusal;
import kaigo.api.Envelope;
import kaigo.api.Envelope.Fault;
import kaigo.shared.InstitutionViewer;
import kaigo.viewing.ApplicationPapers;
import kaigo.viewing.Paper;
import kaigo.viewing.PaperAnswer;
import kaigo.viewing.api.Answers.Said;
import kaigo.viewing.api.FileApi.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.util.RawValue;

/** 一つの申請の書類 (webservice.md 14.2): what the municipality recorded of it, and the images of its forms. */
@RestController
@RequestMapping("/api/v1/users/{id}")
class PapersApi {

    private static final Pattern HISTORY_NO = Pattern.compile("[0-9]{1,5}");

    private final ApplicationPapers papers;
    private final Answers answers;

    PapersApi(ApplicationPapers papers, Answers answers) {
        this.papers = papers;
        this.answers = answers;
    }

    /** Of an application that is not certified, or not there, the same is said. */
    @GetMapping(path = "/certifications/{historyNo}/{paper}", produces = MediaType.APPLICATION_JSON_VALUE)
    Envelope<Records> paper(
            @AuthenticationPrincipal InstitutionViewer viewer,
            @PathVariable String id,
            @PathVariable String historyNo,
            @PathVariable String paper) {
        Paper wanted = Paper.ofPath(paper)
                .filter(one -> HISTORY_NO.matcher(historyNo).matches())
                .orElseThrow(() -> new ApiRefusal(ApiError.NOT_FOUND));
        PersonKey person = answers.person(id);
        Opened<String> opened = papers.open(viewer, person, wanted, historyNo);
        return answers.of(viewer, List.of(new FileOutcome.Read<>(person, opened)), one -> record(wanted, one));
    }

    private static Said<Records> record(Paper paper, Opened<String> opened) {
        List<Fault> refused = Faults.list(Set.of(paper.kind()), opened.decisions());
        if (!refused.isEmpty()) {
            return Said.ng(refused.getFirst());
        }
        return opened.value().equals("[]")
                ? Said.ng(Faults.of(Reason.NOT_YET_CERTIFIED, paper.kind().name()))
                : Said.ok(new Records(new RawValue(opened.value()), List.of()));
    }

    /** The PDF of a form by its SHA-256, as {@code forms} lists it. */
    @GetMapping(
            path = "/forms/{sha256}",
            produces = {MediaType.APPLICATION_PDF_VALUE, MediaType.APPLICATION_JSON_VALUE})
    @Nullable
    ResponseEntity<Envelope<Records>> form(
            @AuthenticationPrincipal InstitutionViewer viewer,
            @PathVariable String id,
            @PathVariable String sha256,
            HttpServletResponse response)
            throws IOException {
        if (!PaperAnswer.isName(sha256)) {
            throw new ApiRefusal(ApiError.NOT_FOUND);
        }
        PersonKey person = answers.person(id);
        Opened<Boolean> opened =
                papers.send(viewer, person, sha256, (kind, document) -> PaperAnswer.take(kind, document, response));
        if (opened.value()) {
            response.flushBuffer();
            return null;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(answers.of(
                        viewer,
                        List.of(new FileOutcome.Read<>(person, opened)),
                        one -> Said.ng(whyNone(one.decisions()))));
    }

    /** Who may see no kind of form is told why; for everybody else it is a number without a document. */
    private static Fault whyNone(Map<Kind, Decision> decisions) {
        List<Fault> refused = Faults.list(ApplicationPapers.KINDS, decisions);
        if (refused.size() < ApplicationPapers.KINDS.size()) {
            throw new ApiRefusal(ApiError.NOT_FOUND);
        }
        return refused.getFirst();
    }
}

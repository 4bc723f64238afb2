package kaigo.documents.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import kaigo.api.ApiError;
import kaigo.api.ApiRefusal;
import kaigo.documents.Document;
import kaigo.documents.DocumentProblem;
import kaigo.documents.Documents;
import kaigo.documents.Kept;
import kaigo.shared.InsurerViewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** 文書の送付 of 方式①: the PDFs come before the index that names them (contract: openapi/kiban-v1.yaml; proposed, ours). */
@RestController
class DocumentsApi {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Documents documents;

    DocumentsApi(Documents documents) {
        this.documents = documents;
    }

    /** 201 for a new document, 200 for one that is there, 422 if it cannot be taken. */
    @PutMapping(path = "/v1/insurers/{insurerNumber}/documents/{sha256}", consumes = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<DocumentAnswer> keep(
            @AuthenticationPrincipal InsurerViewer viewer, @PathVariable String sha256, HttpServletRequest request) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new ApiRefusal(ApiError.BAD_REQUEST);
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equals("identity")) {
            throw new ApiRefusal(ApiError.UNSUPPORTED_MEDIA_TYPE);
        }
        if (request.getContentLengthLong() > Documents.LIMIT) {
            throw new ApiRefusal(ApiError.BODY_TOO_LARGE);
        }
        return switch (receive(viewer, sha256, request)) {
            case Kept.Stored(Document document, boolean isNew) ->
                ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                        .body(DocumentAnswer.of(document, viewer.requestId()));
            case Kept.Refused(DocumentProblem problem) -> refused(problem, viewer);
        };
    }

    private Kept receive(InsurerViewer viewer, String sha256, HttpServletRequest request) {
        try (InputStream body = request.getInputStream()) {
            return documents.receive(viewer, body, sha256);
        } catch (IOException | UncheckedIOException e) {
            throw new ApiRefusal(ApiError.BODY_INCOMPLETE);
        }
    }

    private static ResponseEntity<DocumentAnswer> refused(DocumentProblem problem, InsurerViewer viewer) {
        if (problem == DocumentProblem.TOO_LARGE) {
            throw new ApiRefusal(ApiError.BODY_TOO_LARGE);
        }
        if (problem.isWorthRetrying()) {
            throw new ApiRefusal(ApiError.UNAVAILABLE);
        }
        return ResponseEntity.unprocessableContent().body(DocumentAnswer.of(problem, viewer.requestId()));
    }
}

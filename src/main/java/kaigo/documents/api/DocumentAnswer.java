package kaigo.documents.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import kaigo.documents.Document;
import kaigo.documents.DocumentProblem;
import org.jspecify.annotations.Nullable;

/**
 * 文書の受け取りの応答: 201 or 200 with what is kept, or 422 with the reason.
 *
 * @param reason name of the reason of a refusal
 * @param text what is wrong, never content of the document
 * @param remedy what to do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DocumentAnswer(
        @Nullable String sha256,
        @Nullable Integer pages,
        @Nullable Integer bytes,
        @Nullable String reason,
        @Nullable String text,
        @Nullable String remedy,
        String requestId) {

    static DocumentAnswer of(Document document, String requestId) {
        return new DocumentAnswer(document.sha256(), document.pages(), document.bytes(), null, null, null, requestId);
    }

    static DocumentAnswer of(DocumentProblem problem, String requestId) {
        return new DocumentAnswer(null, null, null, problem.name(), problem.text(), problem.remedy(), requestId);
    }
}

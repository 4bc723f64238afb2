package kaigo.viewing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kaigo.access.rules.Kind;
import kaigo.documents.Document;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** 帳票イメージの応答: a document of the municipality's as an answer, by the API and by the screens. */
public final class PaperAnswer {

    private static final Predicate<String> SHA256 =
            Pattern.compile("[0-9a-f]{64}").asMatchPredicate();

    private PaperAnswer() {}

    /** Whether this can be the name of a document at all. */
    public static boolean isName(String sha256) {
        return SHA256.test(sha256);
    }

    /** The name says what it shows and of whom nothing; a browser saves it and runs nothing in it. */
    public static OutputStream take(Kind kind, Document document, HttpServletResponse response) throws IOException {
        String name = Paper.of(kind).map(Paper::path).orElse("form");
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setContentLength(document.bytes());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".pdf\"");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return response.getOutputStream();
    }
}

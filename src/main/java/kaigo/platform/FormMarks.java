package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 用紙の印: what was typed a browser keeps with the entry of its history, which no header reaches, and puts into the same form
 * when somebody goes back to it; Safari's engine even if the page was no-store. So that it does not for whoever has signed in
 * since, no form is the same after another sign-in (docs/decisions/0036). To Chromium and WebKit it is the same form if its
 * first controls have the same names, to Firefox if it has the same name and place.
 */
final class FormMarks {

    private static final Pattern FORM = Pattern.compile("<form((?:[^>\"]++|\"[^\"]*+\")*+)>");

    private FormMarks() {}

    /** The page with its forms marked, if somebody is signed in: each has a name, and a first control that is never sent. */
    static String write(String page, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Optional<String> token = session == null ? Optional.empty() : PageTokens.of(session);
        return token.map(FormMarks::mark).map(mark -> write(page, mark)).orElse(page);
    }

    private static String write(String page, String mark) {
        AtomicInteger number = new AtomicInteger();
        return FORM.matcher(page)
                .replaceAll(form ->
                        Matcher.quoteReplacement("<form%s name=\"%s-%d\"><input type=\"hidden\" name=\"%s\" disabled>"
                                .formatted(form.group(1), mark, number.incrementAndGet(), mark)));
    }

    /** @param token of the session's pages: another after each sign-in, also after one into a session that somebody had left */
    private static String mark(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return "mark-" + Base64.getUrlEncoder().encodeToString(hash).substring(0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

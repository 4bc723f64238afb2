package kaigo.bench;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kaigo.demo.DemoAccounts;

/** A browser of somebody of a municipality, or of its committee: password and, for a member, the code of the demo's mailbox. */
final class MemberClient {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");

    private final String url;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private MemberClient(int port) {
        this.url = "http://localhost:" + port;
    }

    static MemberClient signedIn(int port, String insurer, String login) throws Exception {
        MemberClient browser = new MemberClient(port);
        String next = browser.post(
                "/sign-in",
                Map.of(
                        "insurer",
                        insurer,
                        "login",
                        login,
                        "password",
                        DemoAccounts.PASSWORD,
                        "_csrf",
                        found(CSRF, browser.text("/sign-in"))));
        if (next.contains("name=\"code\"")) {
            String mailbox = browser.text("/demo/mailbox");
            String code = found(CODE, mailbox.substring(mailbox.indexOf("<main")));
            browser.post("/sign-in/code", Map.of("code", code, "_csrf", found(CSRF, next)));
        }
        return browser;
    }

    byte[] bytes(String path) throws Exception {
        HttpResponse<byte[]> answer =
                client.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    /** How it is answered just now. */
    int status(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    String text(String path) throws Exception {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private String post(String path, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(
                        HttpRequest.newBuilder(URI.create(url + path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("not on the page: " + pattern);
        }
        return found.group(1);
    }
}

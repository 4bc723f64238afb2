package kaigo.bench;

import java.io.IOException;
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
import kaigo.certificates.CertificateFolder;
import kaigo.demo.DemoAccounts;
import kaigo.shared.InstitutionId;

/** A care manager's browser over TLS: certificate, password, the code of the demo's mailbox, then pages. */
final class ScreenClient {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final String url;
    private final HttpClient client;

    private ScreenClient(String url, HttpClient client) {
        this.url = url;
        this.client = client;
    }

    /** @param plainPort where the demo's mailbox is */
    static ScreenClient signedIn(int tlsPort, int plainPort, CertificateFolder folder, InstitutionId office)
            throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(Sender.tls(folder, office))
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        ScreenClient browser = new ScreenClient("https://localhost:" + tlsPort, client);
        String form = browser.get("/office/sign-in");
        String code = browser.post(
                "/office/sign-in",
                Map.of("login", ReadCountry.LOGIN, "password", DemoAccounts.PASSWORD, "_csrf", found(CSRF, form)));
        String mailbox = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + plainPort + "/demo/mailbox"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        String mails = mailbox.substring(mailbox.indexOf("<main"));
        browser.post("/office/sign-in/code", Map.of("code", found(CODE, mails), "_csrf", found(CSRF, code)));
        return browser;
    }

    String get(String path) throws IOException, InterruptedException {
        return body(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    private String post(String path, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return body(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString(body)));
    }

    private String body(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.uri().getPath() + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("not on the page: " + pattern);
        }
        return found.group(1);
    }
}

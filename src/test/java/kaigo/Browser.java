package kaigo;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import kaigo.participants.Insurers;
import kaigo.shared.InsurerNumber;

/** One person's browser without script: cookies, forms, redirects, over real HTTP. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String url;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;

    public Browser() {
        this(TestServer.url());
    }

    /** Of another server than the common one. */
    public Browser(String url) {
        this(url, HttpClient.newBuilder());
    }

    /** @param client with what TLS needs */
    public Browser(String url, HttpClient.Builder client) {
        this.url = url;
        this.client = client.cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** Signed in as the sample member of staff of this insurer. */
    public static Browser of(InsurerNumber insurer) {
        TestServer.bean(DemoAccounts.class)
                .create(TestServer.bean(Insurers.class).find(insurer).orElseThrow());
        Browser browser = new Browser();
        browser.signIn(insurer.value(), DemoAccounts.LOGIN, DemoAccounts.PASSWORD);
        return browser;
    }

    /** Signed in with an account of the demo. */
    public static Browser as(InsurerNumber organisation, String login) {
        Browser browser = new Browser();
        browser.signIn(organisation.value(), login, DemoAccounts.PASSWORD);
        return browser;
    }

    public HttpResponse<String> signIn(String insurer, String login, String password) {
        return post("/sign-in", Map.of("insurer", insurer, "login", login, "password", password, "_csrf", csrf()));
    }

    /** On 自分のアカウント of whoever has no certificate. */
    public HttpResponse<String> changePassword(String present, String wanted) {
        Map<String, String> form =
                Map.of("presentPassword", present, "newPassword", wanted, "newPasswordAgain", wanted, "_csrf", csrf());
        return post("/account/password", form);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** A form as given; the CSRF token is the caller's business. */
    public HttpResponse<String> post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<byte[]> bytes(String path) {
        return send(request(path).GET(), BodyHandlers.ofByteArray());
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    /** The token of a form that this browser sees now. */
    public String csrf() {
        Matcher token = CSRF.matcher(get("/sign-in").body());
        if (!token.find()) {
            throw new AssertionError("no form with a token");
        }
        return token.group(1);
    }

    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

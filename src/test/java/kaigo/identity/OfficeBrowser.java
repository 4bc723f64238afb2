package kaigo.identity;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import kaigo.Browser;
import kaigo.SampleOffice;
import kaigo.api.Systems;
import kaigo.certificates.IssuedCertificate;
import kaigo.intake.Uploads;
import org.jspecify.annotations.Nullable;

/** The browser of an office: over real TLS with a client certificate. */
public final class OfficeBrowser {

    public static final String SIGN_IN = "/office/sign-in";
    public static final String CODE = "/office/sign-in/code";

    private final Browser browser;

    private OfficeBrowser(@Nullable IssuedCertificate certificate) {
        this.browser = new Browser(
                "https://localhost:" + Systems.port(),
                HttpClient.newBuilder().sslContext(Systems.context(certificate)));
    }

    public static OfficeBrowser with(@Nullable IssuedCertificate certificate) {
        return new OfficeBrowser(certificate);
    }

    /** Signed in, with the code that came by mail. */
    public static OfficeBrowser of(SampleOffice office) {
        OfficeBrowser browser = with(office.certificate);
        browser.password(SampleOffice.PASSWORD);
        browser.code(office.code());
        return browser;
    }

    /** Signed in with another account of the office. */
    public static OfficeBrowser as(SampleOffice office, String login) {
        OfficeBrowser browser = with(office.certificate);
        browser.password(login, SampleOffice.PASSWORD);
        browser.code(office.code(login));
        return browser;
    }

    public HttpResponse<String> get(String path) {
        return browser.get(path);
    }

    /** @param headers names and values, in turn */
    public HttpResponse<String> getWith(String path, String... headers) {
        return browser.send(browser.request(path).headers(headers).GET());
    }

    public HttpResponse<byte[]> bytes(String path) {
        return browser.bytes(path);
    }

    public HttpResponse<String> post(String path, Map<String, String> form) {
        Map<String, String> whole = new HashMap<>(form);
        whole.put("_csrf", browser.csrf());
        return browser.post(path, whole);
    }

    /** A form of one file. */
    public HttpResponse<String> file(String path, String name, byte[] bytes) throws IOException {
        return new Uploads.Multipart().file(name, bytes).post(browser, path, browser.csrf());
    }

    /** As the script of a page sends it. */
    public HttpResponse<String> json(String path, String body) {
        return browser.send(browser.request(path)
                .header("X-CSRF-TOKEN", browser.csrf())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> password(String password) {
        return password(SampleOffice.LOGIN, password);
    }

    public HttpResponse<String> password(String login, String password) {
        return post(SIGN_IN, Map.of("login", login, "password", password));
    }

    public HttpResponse<String> code(String code) {
        return post(CODE, Map.of("code", code));
    }

    public String session() {
        return browser.session();
    }
}

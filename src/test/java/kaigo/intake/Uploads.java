package kaigo.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import kaigo.Browser;

/** Files as the screen sends them: with script as a body, without it as a form. */
public final class Uploads {

    private Uploads() {}

    static HttpResponse<String> put(Browser browser, String name, byte[] bytes) {
        return put(browser, "/upload", name, bytes);
    }

    static HttpResponse<String> put(Browser browser, String path, String name, byte[] bytes) {
        return browser.send(browser.request(path)
                .header("X-CSRF-TOKEN", browser.csrf())
                .header("X-File-Name", Browser.encoded(name))
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(bytes)));
    }

    /** A form as browsers send it. */
    public static final class Multipart {
        private static final String BOUNDARY = "----boundary7MA4YWxkTrZu0gW";
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        public Multipart file(String name, byte[] bytes) throws IOException {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                            + "\"\r\nContent-Type: text/csv\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.write(bytes);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            return this;
        }

        HttpResponse<String> post(Browser browser, String token) {
            return post(browser, "/upload", token);
        }

        public HttpResponse<String> post(Browser browser, String path, String token) {
            body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return browser.send(browser.request(path + "?_csrf=" + Browser.encoded(token))
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofByteArray(body.toByteArray())));
        }
    }
}

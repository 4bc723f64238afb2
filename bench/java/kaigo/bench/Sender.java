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
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import kaigo.certificates.CertificateFiles;
import kaigo.certificates.CertificateFolder;
import kaigo.demo.DemoAccounts;
import kaigo.shared.CertificateHolder;
import kaigo.shared.InsurerNumber;

/** One municipality's side, over TLS: files as its staff sends them in a browser, bodies as its system does. */
final class Sender {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final char[] IN_MEMORY_ONLY = "bench".toCharArray();

    private final String url;
    private final InsurerNumber insurer;
    private final HttpClient client;
    private final Set<String> connections = new HashSet<>();
    private String csrf = "";

    Sender(int tlsPort, CertificateFolder certificates, InsurerNumber insurer) {
        this.url = "https://localhost:" + tlsPort;
        this.insurer = insurer;
        this.client = HttpClient.newBuilder()
                .sslContext(tls(certificates, insurer))
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
    }

    static SSLContext tls(CertificateFolder certificates, CertificateHolder holder) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(
                    CertificateFiles.keyStore(certificates.client(holder), certificates.issuers(), IN_MEMORY_ONLY),
                    IN_MEMORY_ONLY);
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", certificates.issuers().getFirst());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void signIn() throws IOException, InterruptedException {
        String form = "insurer=" + insurer.value() + "&login=" + DemoAccounts.LOGIN + "&password="
                + DemoAccounts.PASSWORD + "&_csrf=" + encoded(token());
        HttpResponse<String> answer = send(request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() / 100 == 3
                && !answer.headers().firstValue("Location").orElse("").contains("error")) {
            csrf = token();
            return;
        }
        throw new IllegalStateException("sign-in: " + answer.statusCode());
    }

    private String token() throws IOException, InterruptedException {
        Matcher token = CSRF.matcher(send(request("/sign-in").GET()).body());
        if (!token.find()) {
            throw new IllegalStateException("no form with a token");
        }
        return token.group(1);
    }

    /** 方式②. */
    void file(Path file) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request("/upload")
                .header("X-CSRF-TOKEN", csrf)
                .header("X-File-Name", encoded(file.getFileName().toString()))
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofFile(file)));
        if (answer.statusCode() != 200 || !isAccepted(answer.body())) {
            throw new IllegalStateException(file + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private static boolean isAccepted(String body) {
        return body.contains("class=\"accepted\"") && !body.contains("class=\"refused\"");
    }

    /** Opens a page; throws unless it is there. */
    void open(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path).GET());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
    }

    /** 突合する. */
    void compare(String receipt) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request("/reconciliation")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("receipt=" + receipt + "&_csrf=" + encoded(csrf))));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(receipt + ": " + answer.statusCode());
        }
    }

    /** 方式①, one after another. Answers the number of connections that it took. */
    int bodies(List<byte[]> bodies) throws IOException, InterruptedException {
        connections.clear();
        for (byte[] body : bodies) {
            HttpResponse<String> answer = send(request("/v1/insurers/" + insurer.value() + "/M01/registrations")
                    .header("Content-Type", "application/x-ndjson")
                    .POST(BodyPublishers.ofByteArray(body)));
            if (answer.statusCode() != 202) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            connections.add(answer.connectionLabel().orElseThrow());
        }
        return connections.size();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package kaigo.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import kaigo.certificates.CertificateFolder;
import kaigo.certificates.IssuedCertificate;
import kaigo.demo.DemoAccounts;
import kaigo.shared.InstitutionId;
import tools.jackson.databind.json.JsonMapper;

/** A care office's software with its token, over TLS or, from the address of the proxy that ended TLS, without. */
public final class ReadClient {

    /** Before what stands for a person. */
    static final String USERS = "/api/v1/users/";

    /** Behind it: 認定調査, the record that is read. */
    static final String SURVEYS = "/surveys";

    private static final String ENVELOPE_OK = "\"result\":\"OK\"";

    private final HttpClient client;
    private final String url;
    private final String certificate;
    private final String token;

    private ReadClient(HttpClient client, String url, String certificate) throws Exception {
        this.client = client;
        this.url = url;
        this.certificate = certificate;
        this.token = signIn();
    }

    public static ReadClient tls(int port, CertificateFolder folder, InstitutionId office) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(Sender.tls(folder, office))
                .build();
        return new ReadClient(client, "https://localhost:" + port, "");
    }

    static ReadClient behindProxy(int port, CertificateFolder folder, InstitutionId office) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(ChildServerMain.PROXY)
                .build();
        return new ReadClient(client, "http://127.0.0.1:" + port, header(folder.client(office)));
    }

    private static String header(IssuedCertificate client) throws CertificateEncodingException {
        return ":" + Base64.getEncoder().encodeToString(client.certificate().getEncoded()) + ":";
    }

    private String signIn() throws Exception {
        String body = "{\"userId\":\"%s\",\"password\":\"%s\"}".formatted(ReadCountry.LOGIN, DemoAccounts.PASSWORD);
        HttpRequest.Builder request = request("/api/v1/auth/login")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("sign-in: " + answer.statusCode() + " " + answer.body());
        }
        return new JsonMapper().readTree(answer.body()).at("/data/accessToken").asString();
    }

    /** Eight readers of the same path of one person after another, chosen by chance; each answer must be a good one. */
    List<Pace.Reader> readers(String path, String part, List<String> persons) {
        List<Pace.Reader> readers = new ArrayList<>();
        for (int i = 0; i < Pace.CLIENTS; i++) {
            Random chance = new Random(i);
            readers.add(() -> {
                String person = persons.get(chance.nextInt(persons.size()));
                String answer = get(path + person + part);
                if (!answer.contains(ENVELOPE_OK)) {
                    throw new IllegalStateException(path + person + part + ": " + answer);
                }
            });
        }
        return readers;
    }

    /**
     * Those of the persons whose part is shown.
     *
     * @param names of the persons in the path
     */
    List<String> allowed(String path, String part, List<String> persons, UnaryOperator<String> names) throws Exception {
        List<String> allowed = new ArrayList<>();
        for (String person : persons) {
            if (get(path + names.apply(person) + part).contains(ENVELOPE_OK)) {
                allowed.add(person);
            }
        }
        return allowed;
    }

    String get(String path) throws Exception {
        return client.send(
                        request(path).header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString())
                .body();
    }

    /** Under an id that the caller gives. */
    public HttpResponse<String> send(String path, String requestId) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path).header("Authorization", "Bearer " + token).header("X-Request-Id", requestId);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        return certificate.isEmpty() ? request : request.header("Client-Cert", certificate);
    }
}

package kaigo.canary;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import kaigo.keys.KeyRing;
import kaigo.shared.InsurerNumber;

/** The caller's side of {@link CanaryChild}, and the 中間サーバ that it asks. Everything lies below one folder. */
final class CanaryServer implements AutoCloseable {

    private static final Pattern QUESTION = Pattern.compile("\"reference\":\"([^\"]+)\",\"myNumber\":\"([0-9]{12})\"");

    private final Path folder;
    private final List<HttpClient> open = new ArrayList<>();
    private final HttpServer linking;
    private final Process process;
    private final Map<InsurerNumber, SSLContext> contexts = new HashMap<>();
    private final Writer commands;
    private final BufferedReader answers;
    private final String jdbcUrl;
    private final String screens;
    private final String api;

    CanaryServer(Path folder) throws IOException {
        this.folder = folder;
        for (String name : List.of("data", "tmp", "outside")) {
            Files.createDirectory(folder.resolve(name));
        }
        linking = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        linking.createContext("/", CanaryServer::answer);
        linking.start();
        process = new ProcessBuilder(command())
                .redirectError(log().toFile())
                .directory(folder.resolve("tmp").toFile())
                .start();
        commands = process.outputWriter(StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String[] ready = String.valueOf(answers.readLine()).split(" ");
        if (ready.length != 3) {
            throw new IOException("the server did not start: " + Files.readString(log()));
        }
        jdbcUrl = ready[0];
        screens = "http://localhost:" + ready[1];
        api = "https://localhost:" + ready[2];
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CanaryChild.class.getName(),
                data().toString(),
                "http://localhost:" + linking.getAddress().getPort() + "/");
    }

    /** The third digit says what becomes of the question, as with the simulator of the demo. */
    private static void answer(HttpExchange exchange) throws IOException {
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        List<String> given = new ArrayList<>();
        for (Matcher one = QUESTION.matcher(asked); one.find(); ) {
            String outcome = switch (one.group(2).charAt(2)) {
                case '1' -> "NOT_REGISTERED\"";
                case '2' -> "MISMATCH\"";
                default ->
                    "LINKED\",\"pmhKey\":\""
                            + java.util.Base64.getEncoder()
                                    .encodeToString(
                                            Integer.toHexString(one.group(2).hashCode())
                                                    .getBytes(StandardCharsets.US_ASCII))
                            + "\"";
            };
            given.add("{\"reference\":\"" + one.group(1) + "\",\"outcome\":\"" + outcome + "}");
        }
        byte[] body = ("{\"answers\":[" + String.join(",", given) + "]}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    Path data() {
        return folder.resolve("data");
    }

    Path tmp() {
        return folder.resolve("tmp");
    }

    /** For what the search must not see. */
    Path outside() {
        return folder.resolve("outside");
    }

    /** All that the program wrote to its outputs. */
    Path log() {
        return folder.resolve("child.log");
    }

    String screens() {
        return screens;
    }

    String ask(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        return String.valueOf(answers.readLine());
    }

    void addInsurer(InsurerNumber insurer) throws IOException {
        ask("insurer " + insurer.value() + " " + certificate(insurer));
    }

    private Path certificate(InsurerNumber insurer) {
        return outside().resolve(insurer.value() + ".p12");
    }

    /** Through the front door of the load path, without HTTP. */
    String send(InsurerNumber insurer, byte[] bytes) throws IOException {
        Path file = Files.write(outside().resolve("sent"), bytes);
        String answer = ask("send " + insurer.value() + " " + file);
        Files.delete(file);
        return answer;
    }

    String postToApi(InsurerNumber insurer, String path, String type, byte[] bytes) throws IOException {
        return callApi(
                insurer,
                HttpRequest.newBuilder(URI.create(api + "/v1/insurers/" + insurer.value() + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    String putToApi(InsurerNumber insurer, String path, String type, byte[] bytes) throws IOException {
        return callApi(
                insurer,
                HttpRequest.newBuilder(URI.create(api + "/v1/insurers/" + insurer.value() + path))
                        .header("Content-Type", type)
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    String getFromApi(InsurerNumber insurer, String path) throws IOException {
        return callApi(insurer, HttpRequest.newBuilder(URI.create(api + "/v1/insurers/" + insurer.value() + path)));
    }

    private String callApi(InsurerNumber insurer, HttpRequest.Builder request) throws IOException {
        try {
            // Not closed: what was sent must not stay with an open connection.
            HttpClient client = HttpClient.newBuilder().sslContext(tls(insurer)).build();
            open.add(client);
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Once for each insurer: the passphrase of its file is slow to try. */
    private SSLContext tls(InsurerNumber insurer) throws GeneralSecurityException, IOException {
        SSLContext known = contexts.get(insurer);
        if (known == null) {
            known = tls(certificate(insurer));
            contexts.put(insurer, known);
        }
        return known;
    }

    private static SSLContext tls(Path certificate) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(certificate.toFile(), CanaryChild.PASSWORD);
        String alias = store.aliases().nextElement();
        java.security.cert.Certificate[] chain = store.getCertificateChain(alias);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", chain[chain.length - 1]);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, CanaryChild.PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** The first column of every row, as the database's owner sees it. */
    List<String> query(String sql) {
        String password = KeyRing.openOrCreate(data().resolve("keys.json"))
                .databasePasswords()
                .orElseThrow()
                .superuser();
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "kiban_super", password);
                java.sql.Statement statement = connection.createStatement()) {
            boolean answers = statement.execute(sql);
            try (ResultSet found = answers ? statement.getResultSet() : null) {
                while (found != null && found.next()) {
                    rows.add(found.getString(1));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            commands.write("quit\n");
            commands.flush();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            linking.stop(0);
            open.forEach(HttpClient::shutdownNow);
        }
    }
}

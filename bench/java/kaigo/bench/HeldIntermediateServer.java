package kaigo.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A 中間サーバ that is silent until it is released, then answers everything at once with LINKED: so that registration can be
 * measured without linking beside it, and linking by itself afterwards.
 */
final class HeldIntermediateServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private volatile CountDownLatch released = new CountDownLatch(1);

    HeldIntermediateServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void release() {
        released.countDown();
    }

    /** Silent again, to questions that come from now on. */
    void hold() {
        released = new CountDownLatch(1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<Map<String, String>> answers = new ArrayList<>();
        for (JsonNode question : request.get("questions")) {
            answers.add(Map.of(
                    "reference", question.get("reference").asString(),
                    "outcome", "LINKED",
                    "pmhKey", key(question.get("myNumber").asString())));
        }
        byte[] body = JSON.writeValueAsBytes(Map.of("answers", answers));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String key(String number) {
        return Base64.getEncoder().encodeToString(("key of " + number).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

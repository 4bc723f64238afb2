package kaigo.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import kaigo.demo.SimulatedReader.Held;
import kaigo.identity.SiteAddress;
import kaigo.insured.CardBridge;
import kaigo.screens.ScreenText;
import kaigo.shared.InstitutionId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 模擬の橋渡し: what runs on an office's own PC (docs/card-reader.md), here in the demo's process, on a port of its own. So the page
 * asks it as it asks a real one. If the port is taken, the demo goes on without it.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
public class SimulatedBridge implements AutoCloseable {

    /** As long as a challenge is good. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final String PATH = "/card/v1";
    private static final String JSON_TYPE = "application/json";
    private static final int LONGEST = 4_096;
    private static final JsonMapper JSON = new JsonMapper();

    private final SimulatedReader reader;
    private final SimulatedCards cards;
    private final SiteAddress site;
    private final int port;
    private final @Nullable HttpServer server;

    SimulatedBridge(
            SimulatedReader reader,
            SimulatedCards cards,
            SiteAddress site,
            @Value("${kiban.demo.bridge:28475}") int wanted) {
        this.reader = reader;
        this.cards = cards;
        this.site = site;
        this.server = open(wanted);
        this.port = server == null ? wanted : server.getAddress().getPort();
    }

    private record Answer(int status, Map<String, Object> body) {}

    @Bean
    CardBridge cardBridge() {
        return new CardBridge("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    /** Not if another program has its port. */
    public boolean isRunning() {
        return server != null;
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }

    private @Nullable HttpServer open(int wanted) {
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), wanted), 0);
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.createContext("/", this::answer);
            opened.start();
            return opened;
        } catch (BindException taken) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String origin = exchange.getRequestHeaders().getFirst("Origin");
            if (!isOwnHost(exchange) || (origin != null && !site.origins().contains(origin))) {
                send(exchange, wrong(403, "origin"));
                return;
            }
            if (origin != null) {
                exchange.getResponseHeaders().set("Access-Control-Allow-Origin", origin);
                exchange.getResponseHeaders().set("Vary", "Origin");
            }
            switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
                case "OPTIONS " + PATH + "/read" -> allow(exchange);
                case "POST " + PATH + "/read" -> send(exchange, read(exchange));
                case "GET " + PATH + "/status" ->
                    send(exchange, new Answer(200, Map.of("reader", SimulatedCards.READER, "app", true)));
                default -> send(exchange, wrong(404, "path"));
            }
        }
    }

    /** A page of another site that has given our machine a name of its own is found out by it. */
    private boolean isOwnHost(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return ("127.0.0.1:" + port).equals(host) || ("localhost:" + port).equals(host);
    }

    /** What a browser asks before it sends JSON to another origin; older ones also whether a page may ask this machine at all. */
    private static void allow(HttpExchange exchange) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Access-Control-Allow-Methods", "POST");
        headers.set("Access-Control-Allow-Headers", "content-type");
        if (exchange.getRequestHeaders().containsKey("Access-Control-Request-Private-Network")) {
            headers.set("Access-Control-Allow-Private-Network", "true");
        }
        exchange.sendResponseHeaders(204, -1);
    }

    private Answer read(HttpExchange exchange) throws IOException {
        String type = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Content-Type"), "");
        if (!type.startsWith(JSON_TYPE)) {
            return wrong(415, "type");
        }
        Optional<JsonNode> asked = json(exchange.getRequestBody().readNBytes(LONGEST));
        String challenge = asked.map(one -> one.path("challenge").asString("")).orElse("");
        Optional<InstitutionId> office =
                asked.flatMap(one -> cards.findOffice(one.path("office").asString("")));
        if (challenge.isEmpty() || office.isEmpty()) {
            return wrong(400, challenge.isEmpty() ? "challenge" : "office");
        }
        Held held = reader.read(PATIENCE);
        return switch (held.outcome()) {
            case CARD ->
                new Answer(
                        200,
                        Map.of(
                                "assertion",
                                cards.read(office.get(), challenge, Objects.requireNonNull(held.person()))));
            case NO_CARD -> wrong(409, "card");
            case APP_AWAY -> wrong(503, "app");
        };
    }

    private static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Answer wrong(int status, String what) {
        return new Answer(status, Map.of("problem", ScreenText.text("demo.reader.wrong." + what)));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", JSON_TYPE);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}

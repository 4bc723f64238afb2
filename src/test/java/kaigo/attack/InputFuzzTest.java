package kaigo.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.attack.People.Session;
import kaigo.attack.RawHttp.Answer;
import kaigo.layout.Garbled;
import kaigo.screens.Part;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Inputs of chance at every place where a stranger's bytes are read before or while somebody signs in or asks: an answer
 * each, in time, short, and never "it was our fault".
 */
@Tag("long")
class InputFuzzTest {

    private static final int OF_EACH = 1_500;
    private static final int LONGEST_ANSWER = 100_000;
    private static final String JSON = "application/json";

    private final Attackers attackers = new Attackers();
    private final SplittableRandom random = new SplittableRandom(20261127);
    private final RawHttp own = RawHttp.tls(attackers.office.certificate);
    private final RawHttp proxy = RawHttp.plain(TestServer.PROXY);
    private final String users = "/api/v1/users/" + Handles.of(attackers.insurer, "9000000001");

    /** What becomes of the bytes of one case. */
    private interface Place {
        Answer send(byte[] bytes);
    }

    @Test
    void every_input_gets_an_answer_and_none_breaks_the_server() throws Exception {
        Map<String, Map<Integer, Integer>> statuses = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (var place : places().entrySet()) {
            Garbled garbled = new Garbled(random, seeds(place.getKey()));
            for (int i = 0; i < OF_EACH; i++) {
                byte[] bytes = garbled.next();
                Answer answer = place.getValue().send(bytes);
                statuses.computeIfAbsent(place.getKey(), _ -> new TreeMap<>()).merge(answer.status(), 1, Integer::sum);
                if (answer.status() >= 500 || answer.body().length() > LONGEST_ANSWER) {
                    wrong.add(place.getKey() + " " + answer.status() + ": "
                            + Base64.getEncoder().encodeToString(bytes));
                }
            }
        }
        System.out.println("inputs of chance: " + statuses);
        assertThat(wrong).isEmpty();
    }

    private Map<String, Place> places() {
        Session staff = attackers.session(Part.STAFF);
        Session office = attackers.session(Part.INSTITUTION);
        Map<String, Place> places = new TreeMap<>();
        places.put("authorization", bytes -> own.get("/api/v1/users", "Authorization", header(bytes)));
        places.put("client-cert", bytes -> proxy.get("/api/v1/users", "Client-Cert", header(bytes)));
        places.put("request id", bytes -> own.get("/openapi/x", "X-Request-Id", header(bytes)));
        places.put("login", bytes -> body("/api/v1/auth/login", bytes));
        places.put("refresh", bytes -> body("/api/v1/auth/refresh", bytes));
        places.put("card", bytes -> body("/api/v1/users", bytes));
        places.put(
                "day",
                bytes -> own.get(
                        users + "/consent?on=" + encoded(bytes), "Authorization", "Bearer " + attackers.token()));
        places.put(
                "code",
                bytes -> office.send(
                        "POST", "/office/sign-in/code", "code=" + encoded(bytes), "application/x-www-form-urlencoded"));
        places.put("multipart", bytes -> exchange(staff, bytes));
        places.put("passkey", bytes -> office.send("POST", "/office/sign-in/passkey", text(bytes), JSON));
        return places;
    }

    private byte[][] seeds(String place) throws Exception {
        String certificate = Base64.getEncoder()
                .encodeToString(attackers.office.certificate.certificate().getEncoded());
        List<String> texts = switch (place) {
            case "authorization" -> List.of("Bearer " + attackers.token(), "Basic YTpi");
            case "client-cert" ->
                List.of(
                        ":" + certificate + ":",
                        "-----BEGIN%20CERTIFICATE-----%0A" + certificate + "%0A-----END%20CERTIFICATE-----%0A");
            case "request id" -> List.of("0190a1b2-c3d4-7000-8000-000000000001");
            case "login" -> List.of("{\"userId\":\"nobody\",\"password\":\"" + SampleOffice.PASSWORD + "\"}");
            case "refresh" -> List.of("{\"refreshToken\":\"" + "A".repeat(43) + "\"}");
            case "card" ->
                List.of(
                        "{\"insurerNumber\":\"442012\",\"insuredNumber\":\"9000000001\",\"birthDate\":\"昭和9年6月11日\",\"sex\":\"1\"}");
            case "day" -> List.of("2026-11-20", "2026/11/20");
            case "code" -> List.of("123456", "１２３４５６");
            case "multipart" ->
                List.of(
                        "--B\r\nContent-Disposition: form-data; name=\"files\"; filename=\"M01_442012_D_20261120053000_001.csv\"\r\n"
                                + "Content-Type: text/csv\r\n\r\nH,M01,2.02\r\n--B--\r\n");
            case "passkey" ->
                List.of(
                        "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\","
                                + "\"authenticatorData\":\"AAAA\",\"signature\":\"AAAA\",\"userHandle\":\"AAAA\"},"
                                + "\"clientExtensionResults\":{}}");
            default -> throw new IllegalArgumentException(place);
        };
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }

    private Answer body(String path, byte[] bytes) {
        return own.exchange(
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + JSON
                        + "\r\nAuthorization: Bearer " + (path.equals("/api/v1/users") ? attackers.token() : "x")
                        + "\r\nContent-Length: " + bytes.length + "\r\n\r\n",
                bytes);
    }

    private static Answer exchange(Session staff, byte[] bytes) {
        return staff.http()
                .exchange(
                        "POST /upload HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: " + staff.cookie()
                                + "\r\nX-CSRF-TOKEN: " + staff.csrf()
                                + "\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: " + bytes.length
                                + "\r\n\r\n",
                        bytes);
    }

    /** What a header cannot hold at all, no client gets there: the container answers 400 before anybody reads. */
    private static String header(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[\\r\\n]", " ");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String encoded(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte one : bytes) {
            text.append("%%%02x".formatted(one));
        }
        return text.toString();
    }
}

package kaigo.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kaigo.attack.People.Session;
import kaigo.attack.RawHttp.Answer;
import kaigo.screens.Part;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Paths and methods written so that a guard and a controller might read them differently. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PathTricksTest {

    private static final Map<String, UnaryOperator<String>> TRICKS = tricks();

    /** Open to everybody, who thus gets no further by a trick. */
    private static final Set<String> PUBLIC = Set.of(
            "/sign-in",
            "/my/sign-in",
            "/office/certificate",
            "/office/check",
            "/error",
            "/interfaces",
            "/openapi",
            "/demo");

    private static final List<String> METHODS =
            List.of("TRACE", "OPTIONS", "HEAD", "PUT", "DELETE", "PATCH", "POST", "PROPFIND", "get", "GETT");

    private final Attackers attackers = new Attackers();
    private final List<String> wrong = new ArrayList<>();

    private static Map<String, UnaryOperator<String>> tricks() {
        Map<String, UnaryOperator<String>> tricks = new TreeMap<>();
        tricks.put("as it is", path -> path);
        tricks.put("double slash", path -> "/" + path);
        tricks.put("inner double slash", path -> path.replaceFirst("(.)/", "$1//"));
        tricks.put("slash at the end", path -> path + "/");
        tricks.put("dot at the end", path -> path + ".");
        tricks.put("blank at the end", path -> path + "%20");
        tricks.put("tab at the end", path -> path + "%09");
        tricks.put("NUL at the end", path -> path + "%00");
        tricks.put("session in the path", path -> path + ";jsessionid=1");
        tricks.put("parameter in the first part", path -> path.replaceFirst("^(/[^/]+)", "$1;x=y"));
        tricks.put("encoded parameter", path -> path + "%3bx");
        tricks.put("upper case", path -> path.toUpperCase(Locale.ROOT));
        tricks.put("encoded slash", path -> "/%2f" + path.substring(1));
        tricks.put("backslash", path -> "/\\" + path.substring(1));
        tricks.put("encoded backslash", path -> "/%5c" + path.substring(1));
        tricks.put("encoded letter", path -> letterAs(path, "/%%%02x"));
        tricks.put("twice encoded letter", path -> letterAs(path, "/%%25%02x"));
        tricks.put("dot", path -> "/." + path);
        tricks.put("up and down", path -> "/static/.." + path);
        tricks.put("encoded up and down", path -> "/static/%2e%2e" + path);
        tricks.put("overlong dots", path -> "/static/%c0%ae%c0%ae" + path);
        tricks.put("public place before", path -> "/interfaces" + path);
        tricks.put("other ending", path -> path + ".json");
        tricks.put("question", path -> path + "?/static/");
        tricks.put("absolute", path -> "http://localhost" + path);
        tricks.put("wide letters", path -> path.replace("s", "%ef%bd%93"));
        return tricks;
    }

    private static String letterAs(String path, String form) {
        return path.length() < 2 ? path : form.formatted((int) path.charAt(1)) + path.substring(2);
    }

    @Test
    void no_way_to_write_a_path_opens_it_to_whoever_is_not_signed_in() {
        tryAll("/files/{receipt}", "/records", "/office", "/my", "/claims", "/operator", "/committee", "/setup/steps");
    }

    @Test
    @Tag("long")
    void no_way_to_write_any_path() {
        tryAll(Target.all().stream().map(Target::path).distinct().toArray(String[]::new));
    }

    private void tryAll(String... paths) {
        RawHttp plain = RawHttp.plain();
        RawHttp tls = RawHttp.tls(null);
        RawHttp ofAnOffice = RawHttp.tls(attackers.office.certificate);
        for (String path : paths) {
            if (!isPublic(path)) {
                String real = filled(path);
                TRICKS.forEach((trick, written) -> {
                    String tried = written.apply(real);
                    if (!isPublicRoute(tried)) {
                        requireClosed(trick, tried, plain);
                        requireClosed(trick, tried, tls);
                        requireClosed(trick, tried, ofAnOffice);
                    }
                });
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_way_to_write_a_path_opens_it_to_somebody_who_is_signed_in_as_something_else() {
        Session federation = attackers.session(Part.FEDERATION);
        for (String path : List.of("/cases", "/records/9000000001", "/operator", "/day")) {
            TRICKS.forEach((trick, written) -> {
                Answer answer = federation.get(written.apply(path));
                if (isOpen(answer)) {
                    wrong.add(trick + " " + written.apply(path) + ": " + answer.status());
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    /** Of another insurer, by a system with a good certificate: the guard compares the path as it was written. */
    @Test
    void a_system_gets_to_no_other_insurer_by_any_way_to_write_its_path() {
        Target target = new Target("GET", "/v1/insurers/{insurerNumber}/outbox", List.of());
        InsurerNumber other = kaigo.TestServer.insurerDaily();
        String own = "/v1/insurers/" + attackers.insurer.value();
        String foreign = "/v1/insurers/" + other.value() + "/outbox";
        List<String> written = new ArrayList<>(List.of(
                own + "/../" + other.value() + "/outbox",
                own + "/%2e%2e/" + other.value() + "/outbox",
                own + "/..;/" + other.value() + "/outbox",
                own + "%2f..%2f" + other.value() + "/outbox",
                own + "/../../insurers/" + other.value() + "/outbox",
                own + "/\\..\\" + other.value() + "/outbox",
                own + "/" + foreign));
        TRICKS.values().forEach(trick -> written.add(trick.apply(foreign)));
        for (String path : written) {
            Answer answer = attackers.send(target, path, "application/json", "");
            assertThat(answer.status()).as(path).isIn(302, 400, 404);
            assertThat(answer.body()).doesNotContain("\"items\"");
        }
        assertThat(attackers
                        .send(target, own + "/outbox", "application/json", "")
                        .status())
                .as("one's own")
                .isEqualTo(200);
    }

    @Test
    void another_method_opens_nothing_and_is_no_error_of_ours() {
        RawHttp plain = RawHttp.plain();
        Session staff = attackers.session(Part.STAFF);
        Set<String> open = Target.all().stream().map(Target::toString).collect(Collectors.toSet());
        for (String path : List.of("/cases", "/day", "/files", "/v1/insurers/1/outbox", "/api/v1/users", "/sign-in")) {
            for (String method : METHODS) {
                Answer nobody = plain.send(method, path, "");
                boolean known = open.contains(method + " " + path) || isPublic(path);
                if (nobody.status() >= 500 && nobody.status() != 501 || (!known && isOpen(nobody))) {
                    wrong.add("nobody " + method + " " + path + " " + nobody.status());
                }
                assertThat(nobody.body()).as("TRACE gives nothing back").doesNotContain("Host: localhost");
                Answer somebody = staff.send(method, path, "", "text/plain");
                if (somebody.status() >= 500 && somebody.status() != 501) {
                    wrong.add("staff " + method + " " + path + " " + somebody.status());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void requireClosed(String trick, String path, RawHttp by) {
        Answer answer = by.get(path);
        if (isOpen(answer) || answer.status() >= 500) {
            wrong.add(trick + " " + path + ": " + answer.status());
        }
    }

    /** Shown, and not the door. */
    private static boolean isOpen(Answer answer) {
        return answer.status() >= 200 && answer.status() < 300;
    }

    private String filled(String path) {
        return new Target("GET", path, List.of())
                .filled(Map.of(
                        "insurerNumber",
                        attackers.insurer.value(),
                        "number",
                        "9000000001",
                        "insuredNumber",
                        "9000000001",
                        "receipt",
                        attackers.insurer.value() + "-20260101-000001"));
    }

    /** As {@code /interfaces/files} is, beside {@code /files}. */
    private static boolean isPublicRoute(String tried) {
        return isPublic(tried) && Target.all().stream().map(Target::path).anyMatch(tried::equals);
    }

    private static boolean isPublic(String path) {
        return path.startsWith("/office/sign-in") || PUBLIC.stream().anyMatch(path::startsWith);
    }
}

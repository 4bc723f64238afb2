package kaigo.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kaigo.Handles;
import kaigo.TestServer;
import kaigo.attack.RawHttp.Answer;
import kaigo.attack.Target.Entry;
import kaigo.attack.Target.Way;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What could be taken for SQL, markup, a template, a header or a path, in every field of every route there is. */
class InjectionTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MARKUP = "<x1337 onload=alert(1)>";
    private static final String PRODUCT = "9801547";

    private static final int LONGEST_HEAD = 7_000;

    private static final List<String> PAYLOADS = List.of(
            "' or '1'='1",
            "'; drop table audit.entry; --",
            "\"><script>alert(1)</script>" + MARKUP,
            "${1337*7331}#{1337*7331}{{1337*7331}}@(1337*7331)<%=1337*7331%>",
            "a\r\nX-Evil: 1\r\n\r\n" + MARKUP,
            "nul\0inside",
            "\uD800lone",
            "//evil.example/",
            "https://evil.example/",
            "../../../../etc/passwd",
            "..%2f..%2fetc%2fpasswd",
            "{x}?:insurer$1\\",
            "-2147483648",
            "9223372036854775807",
            "+999999999-12-31",
            "+1000000000-12-31T23:59:59.999999999Z",
            "9999-12-31T23:59:59Z",
            "１２３４".repeat(2_000),
            "%=%zz",
            "");

    /** Nothing of how it is built is told. */
    private static final Pattern TRACES = Pattern.compile(
            "PSQLException|org\\.springframework|java\\.lang|\\bat kaigo\\.|syntax error at|/etc/passwd:|root:x:");

    private final Attackers attackers = new Attackers();
    private final InsurerNumber bystander = TestServer.insurerDaily();
    private final List<String> wrong = new ArrayList<>();
    private int refused;
    private int sent;

    @Test
    void nothing_that_is_typed_is_taken_for_anything_else() {
        attack(8);
    }

    @Test
    @Tag("long")
    void none_of_the_payloads_in_any_field() {
        attack(1);
    }

    /** @param each so manyth pair of field and payload; a NUL, which broke most, in every field */
    private void attack(int each) {
        Loads.load(bystander, new M01File(bystander, "D").add("1", "9000000001", "", "架空　花子"));
        attackers.everybody();
        Map<String, String> before = fingerprints();
        int pair = 0;
        for (Target target : Target.all()) {
            for (Entry entry : target.entries()) {
                for (String payload : PAYLOADS) {
                    if (pair++ % each == 0 || payload.indexOf('\0') >= 0) {
                        attack(target, entry, payload);
                    }
                }
            }
        }
        System.out.println("injections: " + sent + ", refused at the door " + refused);
        assertThat(wrong).isEmpty();
        assertThat(fingerprints()).isEqualTo(before);
        assertThat(refused).as("most get to where they could do harm").isLessThan(sent / 3);
    }

    private void attack(Target target, Entry entry, String payload) {
        Answer answer;
        try {
            answer = send(target, entry, payload);
        } catch (UncheckedIOException e) {
            // A head longer than the server reads: it says so and hangs up, and the answer may be lost on the way.
            if (payload.length() > LONGEST_HEAD && entry.way() != Way.BODY && entry.way() != Way.JSON) {
                refused++;
                sent++;
                return;
            }
            wrong.add(target + " " + entry + " " + shown(payload) + ": no answer " + e.getMessage());
            return;
        }
        sent++;
        refused += answer.status() == 401 || answer.status() == 403 ? 1 : 0;
        String problem = problem(answer, payload);
        if (!problem.isEmpty()) {
            wrong.add(target + " " + entry + " " + shown(payload) + ": " + problem + " " + answer.status());
        }
    }

    private Answer send(Target target, Entry entry, String payload) {
        Map<String, String> path = values();
        Map<String, String> query = new TreeMap<>();
        target.entries().stream()
                .filter(one -> one.way() == Way.QUERY || one.way() == Way.JSON)
                .forEach(one -> query.put(one.name(), values().getOrDefault(one.name(), "1")));
        String[] header = {};
        String body = "";
        switch (entry.way()) {
            case PATH -> path.put(entry.name(), encoded(payload));
            case QUERY, JSON -> query.put(entry.name(), payload);
            case BODY -> body = payload;
            // No client can send a line end or a NUL in a header: the server's own reader refuses them.
            case HEADER -> header = new String[] {entry.name(), payload.replaceAll("[\\r\\n\0]", "")};
        }
        boolean json = target.isOfSystems() || target.isOfOffices() || has(target, Way.JSON) || has(target, Way.BODY);
        boolean inQuery = target.method().equals("GET") || target.method().equals("DELETE") || has(target, Way.BODY);
        String fields = String.join(
                "&",
                query.entrySet().stream()
                        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                        .toList());
        String to = target.filled(path) + (inQuery && !fields.isEmpty() ? "?" + fields : "");
        if (!inQuery) {
            body = json ? JSON.writeValueAsString(query).replace("\uD800", "\\ud800") : fields;
        }
        return attackers.send(
                target, to, json ? "application/json" : "application/x-www-form-urlencoded", body, header);
    }

    private static boolean has(Target target, Way way) {
        return target.entries().stream().anyMatch(one -> one.way() == way);
    }

    /** What is right, so that the one wrong value is all that is wrong. */
    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>(
                Map.of("id", Handles.of(attackers.insurer, "9000000001"), "tab", "certification", "form", "survey"));
        values.putAll(Map.of(
                "insurerNumber",
                attackers.insurer.value(),
                "insurer",
                attackers.insurer.value(),
                "insuredNumber",
                "9000000001",
                "number",
                "9000000001",
                "receipt",
                attackers.insurer.value() + "-20260101-000001",
                "receiptNo",
                attackers.insurer.value() + "-20260101-000001",
                "ifId",
                "M01",
                "sha256",
                "0".repeat(64),
                "part",
                "cards",
                "userId",
                "nobody"));
        return values;
    }

    private static String problem(Answer answer, String payload) {
        boolean page = answer.header("Content-Type").orElse("").startsWith("text/html");
        if (answer.status() == 0 || answer.status() >= 500) {
            return "broke";
        }
        if (page && (answer.body().contains(MARKUP) || answer.body().contains("<script>alert"))) {
            return "markup came back";
        }
        if (answer.body().contains(PRODUCT)) {
            return "was computed";
        }
        if (answer.header("X-Evil").isPresent()) {
            return "wrote a header";
        }
        if (answer.header("Location")
                .filter(to -> to.matches("(https?:)?//evil.*"))
                .isPresent()) {
            return "led elsewhere";
        }
        return !payload.contains("java") && TRACES.matcher(answer.body()).find() ? "told how it is built" : "";
    }

    /** Of what none of this may touch: its own accounts an administrator may change. */
    private Map<String, String> fingerprints() {
        Map<String, String> found = new TreeMap<>();
        for (String table : List.of("insured.person", "participants.insurer", "insured.link")) {
            found.put(table, fingerprint(table, "where insurer_number = '" + bystander.value() + "'"));
        }
        found.put(
                "identity.institution_account",
                fingerprint("identity.institution_account", "where number <> '" + attackers.office.id.number() + "'"));
        return found;
    }

    private static String fingerprint(String table, String where) {
        return Loads.database()
                .sql("select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from " + table + " t "
                        + where)
                .query(String.class)
                .single();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String shown(String payload) {
        String text = payload.length() > 40 ? payload.substring(0, 40) + "…" : payload;
        return JSON.writeValueAsString(text);
    }
}

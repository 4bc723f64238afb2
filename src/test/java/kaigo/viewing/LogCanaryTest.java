package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kaigo.Browser;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** 通常のログに個人の情報はない: looks, refusals, sign-ins and wrong inputs over real HTTP, then the log is read. */
class LogCanaryTest {

    private static final String NAME = "金糸雀";
    private static final String KANA = "カナリヤ";
    private static final String NUMBER = "7351000017";
    private static final String GUESSED = "7351000029";
    private static final String PASSWORD = "kanaria-no-himitsu-7351";
    private static final String TOKEN = "kanaria-token-7351";
    private static final String TYPED = "kanaria-typed-7351";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice office = SampleOffice.near(insurer);
    private final List<String> canaries =
            new ArrayList<>(List.of(NAME, KANA, NUMBER, GUESSED, PASSWORD, TOKEN, TYPED, "7351"));

    @Test
    void nothing_of_a_person_a_password_or_a_token_reaches_the_log() throws IOException {
        TestServer.start(insurer);
        Loads.load(insurer, new M01File(insurer, "D").add("1", NUMBER, "", NAME));
        office.verified(insurer, InsuredNumber.of(NUMBER), TestServer.TODAY.plusDays(30));

        String log = logOf(() -> {
            staff();
            browserOfOffice();
            software();
            LoggerFactory.getLogger("kaigo.canary").warn("planted-on-purpose");
        });

        assertThat(log).as("the log is read at all").contains("planted-on-purpose");
        for (String canary : canaries) {
            assertThat(log).doesNotContain(canary);
        }
    }

    private void staff() throws IOException {
        new Browser().signIn(insurer.value(), "tanaka", PASSWORD);
        new Browser().signIn(insurer.value(), TYPED, PASSWORD);
        new Browser().signIn(TYPED, TYPED, PASSWORD);
        Browser browser = Browser.of(insurer);
        canaries.add(browser.session());
        String handle = Handles.of(insurer, NUMBER);
        for (String path : List.of(
                "/records/" + NUMBER,
                "/records/" + GUESSED,
                "/records/" + NUMBER + "?at=" + TYPED,
                "/records/" + TYPED,
                "/cases/" + NUMBER,
                "/cases?kind=" + TYPED,
                "/cases?page=" + TYPED,
                "/records/" + handle,
                "/records/" + handle + "?at=" + TYPED,
                "/cases/" + handle,
                "/consents/ended?after=" + handle,
                "/access-log?person=" + handle,
                "/access-log?person=" + TYPED + "&from=" + TYPED,
                "/access-log?person=" + TYPED + "%ff",
                "/access-log.csv?person=" + handle,
                "/access-log?person=" + handle + "&before=" + TYPED,
                "/files/" + TYPED,
                "/day?date=" + TYPED,
                "/" + TYPED + "/" + NUMBER,
                "/records/" + NUMBER + "%00")) {
            browser.get(path);
        }
        browser.post("/access-log", Map.of("number", TYPED, "from", TYPED, "_csrf", browser.csrf()));
        browser.post("/records", Map.of("number", TYPED, "on", TYPED, "time", TYPED, "_csrf", browser.csrf()));
        browser.post("/cases/" + handle + "/answer", Map.of("seen", TYPED, "question", TYPED, "_csrf", browser.csrf()));
        browser.post("/cases/" + handle + "/record", Map.of("seen", "0", "note", NAME, "_csrf", TOKEN));
        browser.post(
                "/access-log/inquiries",
                Map.of("person", NUMBER, "reference", TYPED, "endsOn", TYPED, "_csrf", browser.csrf()));
        browser.post("/access-log/inquiries/end", Map.of("person", TYPED, "mark", TYPED, "_csrf", browser.csrf()));
        browser.send(browser.request("/records/" + NUMBER).header("Cookie", "JSESSIONID=" + TOKEN));
    }

    private void browserOfOffice() {
        OfficeBrowser browser = OfficeBrowser.with(office.certificate);
        browser.password(PASSWORD);
        browser.password(SampleOffice.PASSWORD);
        browser.code(TYPED);
        OfficeBrowser signedIn = OfficeBrowser.of(office);
        canaries.add(signedIn.session());
        signedIn.get("/office/log?login=" + TYPED);
        signedIn.get("/office/log?before=" + TYPED);
        signedIn.get("/office/" + NUMBER);
        signedIn.post("/office/passkeys/remove", Map.of("id", TYPED, "removalPassword", PASSWORD));
        signedIn.post("/office/passkeys", Map.of("label", NAME, "credential", TYPED));
    }

    private void software() throws IOException {
        Systems system = Systems.with(office.certificate);
        String login = "/api/v1/auth/login";
        String json = "application/json";
        system.post(login, json, bytes("{\"userId\":\"cm\",\"password\":\"" + PASSWORD + "\"}"));
        system.post(login, json, bytes("{\"userId\":\"" + TYPED + "\",\"password\":\"" + PASSWORD + "\"}"));
        system.post(login, json, bytes("{\"userId\":{\"" + TYPED + "\":\"" + PASSWORD + "\"}"));
        system.post("/api/v1/auth/refresh", json, bytes("{\"refreshToken\":\"" + TOKEN + "\"}"));
        OfficeSoftware software = OfficeSoftware.of(office);
        canaries.add(software.token());
        String users = "/api/v1/users";
        String person = users + "/" + Handles.of(insurer, NUMBER);
        for (String path : List.of(
                users,
                users + "?limit=" + TYPED,
                person + "/summary",
                person + "/file",
                person + "/cards",
                person + "/" + TYPED,
                person + "/consent?on=" + TYPED,
                person + "/consent?on=" + TYPED + "%ff",
                users + "/" + Handles.of(insurer, GUESSED) + "/file",
                users + "/" + insurer.value() + "/" + GUESSED + "/file",
                users + "/" + TYPED + "/" + TYPED + "/file")) {
            software.get(path);
        }
        software.verify(Map.of("insurerNumber", insurer.value(), "insuredNumber", GUESSED, "birthDate", TYPED));
        software.verify(Map.of("insurerNumber", TYPED, "insuredNumber", TYPED, "name", NAME));
        software.delete(users + "/" + insurer.value() + "/" + GUESSED);
        system.send("GET", person + "/file", json, "", "Authorization", "Bearer " + TOKEN);
        system.send("POST", users, json, "{\"insuredNumber\":\"" + NUMBER + "\",", "Authorization", "Bearer " + TOKEN);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private interface Doing {
        void run() throws IOException;
    }

    /** Whatever is written to the outputs meanwhile; it goes on to where it belongs. */
    private static String logOf(Doing doing) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        PrintStream err = System.err;
        PrintStream out = System.out;
        System.setErr(new PrintStream(new Tee(err, kept), true, StandardCharsets.UTF_8));
        System.setOut(new PrintStream(new Tee(out, kept), true, StandardCharsets.UTF_8));
        try {
            doing.run();
        } finally {
            System.setErr(err);
            System.setOut(out);
        }
        return kept.toString(StandardCharsets.UTF_8);
    }

    private static final class Tee extends OutputStream {
        private final OutputStream one;
        private final OutputStream other;

        Tee(OutputStream one, OutputStream other) {
            this.one = one;
            this.other = other;
        }

        @Override
        public synchronized void write(int octet) throws IOException {
            one.write(octet);
            other.write(octet);
        }
    }
}

package kaigo.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.attack.People.Session;
import kaigo.attack.RawHttp.Answer;
import kaigo.certificates.IssuedCertificate;
import kaigo.certificates.Validity;
import kaigo.intake.Loads;
import kaigo.screens.Part;
import kaigo.shared.InsurerNumber;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who has a right to knock at a route, and sends what nobody should. */
final class Attackers {

    private static final Map<String, Part> OWNERS = new LinkedHashMap<>(Map.of(
            "/claims", Part.FEDERATION,
            "/operator", Part.OPERATOR,
            "/committee", Part.MEMBER,
            "/office", Part.INSTITUTION,
            "/my", Part.INSURED));

    final InsurerNumber insurer = TestServer.insurerDaily();
    final SampleOffice office = SampleOffice.near(insurer);
    private final People people = new People(insurer);
    private final RawHttp software = RawHttp.tls(office.certificate);
    private final RawHttp system;
    private String token = "";

    Attackers() {
        TestServer.start(insurer);
        IssuedCertificate certificate = Systems.issue(insurer, Validity.days(Systems.now(), 30));
        Systems.register(certificate);
        system = RawHttp.tls(certificate);
    }

    /** By whoever owns the route. */
    Answer send(Target target, String path, String type, String body, String... header) {
        if (target.isOfSystems()) {
            return system.send(target.method(), path, body, with(header, "Content-Type", type));
        }
        if (target.isOfOffices()) {
            return software.send(
                    target.method(),
                    path,
                    body,
                    with(header, "Content-Type", type, "Authorization", "Bearer " + token()));
        }
        Session session = people.of(owner(target.path()));
        Answer answer = session.http()
                .send(
                        target.method(),
                        path,
                        body,
                        with(header, "Content-Type", type, "Cookie", session.cookie(), "X-CSRF-TOKEN", session.csrf()));
        if (target.path().startsWith("/office/")) {
            forgetWrongPasswords();
        }
        return answer;
    }

    /** Ten of them would lock whoever attacks out of everything else. */
    private void forgetWrongPasswords() {
        Loads.database()
                .sql("update identity.institution_account set failed_tries = 0 where number = ? and failed_tries > 0")
                .param(office.id.number())
                .update();
    }

    Session session(Part part) {
        return people.of(part);
    }

    /** Signs all of them in. */
    void everybody() {
        for (Part part : Part.values()) {
            session(part);
        }
    }

    static Part owner(String path) {
        return OWNERS.entrySet().stream()
                .filter(one -> path.equals(one.getKey()) || path.startsWith(one.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Part.STAFF);
    }

    /** A good access token of the office; a new one if somebody has ended the last. */
    String token() {
        Answer still = software.get("/api/v1/auth/me", "Authorization", "Bearer " + token);
        if (still.status() != 200) {
            token = signIn(software);
        }
        return token;
    }

    static String signIn(RawHttp http) {
        String body = "{\"userId\":\"%s\",\"password\":\"%s\"}".formatted(SampleOffice.LOGIN, SampleOffice.PASSWORD);
        Answer answer = http.send("POST", "/api/v1/auth/login", body, "Content-Type", "application/json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body()).at("/data/accessToken").asString();
    }

    private static String[] with(String[] given, String... more) {
        String[] all = new String[given.length + more.length];
        System.arraycopy(given, 0, all, 0, given.length);
        System.arraycopy(more, 0, all, given.length, more.length);
        return all;
    }
}

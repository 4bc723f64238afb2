package kaigo.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kaigo.attack.People.Session;
import kaigo.attack.RawHttp.Answer;
import kaigo.demo.DemoAccounts;
import kaigo.screens.Part;
import org.junit.jupiter.api.Test;

/** What another site, or whoever gave somebody a session, can do with it. */
class SessionTest {

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "DELETE", "PATCH");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern COOKIE = Pattern.compile("JSESSIONID=([^;]+)(.*)");

    /** With their reasons. */
    private static final Map<String, String> WITHOUT_TOKEN = Map.of(
            "POST /demo/openid/token", "the demo's provider is asked by the server itself, with a code and no session",
            "POST /demo/card-reader/read", "the demo's reader stands beside the browser, and knows no session",
            "POST /sign-in/refused", "only by forward: 401 for everybody");

    private final Attackers attackers = new Attackers();

    @Test
    void every_route_that_changes_something_refuses_a_form_without_its_token() {
        List<String> open = new ArrayList<>();
        int asked = 0;
        for (Target target : Target.all()) {
            if (!CHANGING.contains(target.method())
                    || target.isOfSystems()
                    || target.isOfOffices()
                    || WITHOUT_TOKEN.containsKey(target.toString())) {
                continue;
            }
            List<Answer> answers = withoutItsToken(target);
            asked++;
            if (answers.stream().anyMatch(answer -> answer.status() != 403)) {
                open.add(target + " " + answers.stream().map(Answer::status).toList());
            }
        }
        assertThat(open).isEmpty();
        assertThat(asked).isGreaterThan(20);
        assertThat(staff().get("/day").status()).as("nobody was signed out").isEqualTo(200);
    }

    /** None, in a body that is no form, a wrong one, and that of another session. */
    private List<Answer> withoutItsToken(Target target) {
        Session session = attackers.session(Attackers.owner(target.path()));
        Session other = attackers.session(session.id().equals(staff().id()) ? Part.VENDOR : Part.STAFF);
        String path = target.filled(Map.of("number", "9000000001"));
        return List.of(
                session.http().send(target.method(), path, "a=b", "Cookie", session.cookie(), "Content-Type", FORM),
                session.http()
                        .send(target.method(), path, "{}", "Cookie", session.cookie(), "Content-Type", "text/plain"),
                session.http().send(target.method(), path, "_csrf=x", "Cookie", session.cookie(), "Content-Type", FORM),
                session.http()
                        .send(
                                target.method(),
                                path,
                                "",
                                "Cookie",
                                session.cookie(),
                                "X-CSRF-TOKEN",
                                other.csrf(),
                                "Content-Type",
                                FORM));
    }

    private Session staff() {
        return attackers.session(Part.STAFF);
    }

    /** A token that is right opens: the control of the test above. */
    @Test
    void with_the_token_the_same_form_is_taken() {
        assertThat(staff().send("POST", "/records", "number=9000000001", FORM).status())
                .isNotEqualTo(403);
    }

    @Test
    void whoever_gave_somebody_a_session_before_the_sign_in_has_none_after_it() {
        RawHttp http = RawHttp.plain();
        Answer form = http.get("/sign-in");
        String given = id(form);
        Session before = Session.of(http, given);
        assertThat(staff().get("/day").status()).isEqualTo(200);
        Answer in = before.send(
                "POST",
                "/sign-in",
                "insurer=" + attackers.insurer.value() + "&login=" + DemoAccounts.LOGIN + "&password="
                        + DemoAccounts.PASSWORD,
                FORM);
        assertThat(in.status()).isEqualTo(302);
        String after = id(in);
        assertThat(after).isNotEqualTo(given);
        assertThat(http.get("/day", "Cookie", "JSESSIONID=" + given).status()).isEqualTo(302);
        assertThat(http.get("/day", "Cookie", "JSESSIONID=" + after).status()).isEqualTo(200);
    }

    @Test
    void an_id_that_a_client_made_up_is_nobodys() {
        String made = "0123456789ABCDEF0123456789ABCDEF";
        Answer answer = RawHttp.plain().get("/sign-in", "Cookie", "JSESSIONID=" + made);
        assertThat(id(answer)).isNotEqualTo(made);
        assertThat(RawHttp.plain().get("/day;jsessionid=" + staff().id()).status())
                .as("in the path")
                .isEqualTo(400);
        assertThat(RawHttp.plain()
                        .get("/day?jsessionid=" + staff().id() + "&JSESSIONID=" + staff().id())
                        .status())
                .as("in the query")
                .isEqualTo(302);
    }

    @Test
    void the_cookie_is_for_no_script_and_no_other_site_and_over_tls_for_tls_only() {
        String plain = cookie(RawHttp.plain().get("/sign-in"));
        assertThat(plain).contains("HttpOnly").contains("SameSite=Strict");
        assertThat(cookie(RawHttp.tls(null).get("/sign-in")))
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Secure");
    }

    /** The session of an office is good with its certificate only. */
    @Test
    void a_stolen_session_of_an_office_is_worth_nothing_without_its_certificate() {
        Session office = attackers.session(Part.INSTITUTION);
        assertThat(office.get("/office").status()).isEqualTo(200);
        RawHttp other = RawHttp.tls(kaigo.SampleOffice.second(attackers.insurer).certificate);
        for (RawHttp thief : List.of(RawHttp.tls(null), other, RawHttp.plain())) {
            assertThat(thief.get("/office", "Cookie", office.cookie()).status()).isNotEqualTo(200);
        }
        assertThat(office.get("/office").status())
                .as("another certificate has ended it")
                .isEqualTo(302);
    }

    private static String id(Answer answer) {
        var found = COOKIE.matcher(answer.header("Set-Cookie").orElseThrow());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String cookie(Answer answer) {
        return answer.header("Set-Cookie").orElseThrow();
    }
}

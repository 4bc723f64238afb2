package kaigo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member of the committee signs in without a certificate: password, then the code that came by mail. */
class MemberSignInTest {

    private static final String PASSWORD = "tsuki-no-ura-no-mori";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final String mail = "iin@" + insurer.value() + ".example";
    private final Browser browser = new Browser();

    @BeforeEach
    void a_member() {
        TestServer.bean(Accounts.class).put(NewAccount.member(insurer, "iin", "見本　審美", mail), PASSWORD, false);
    }

    @Test
    void the_password_alone_opens_nothing_and_the_code_opens_the_members_pages_only() {
        String before = browser.session();
        assertThat(browser.signIn(insurer.value(), "iin", PASSWORD).body()).contains("ワンタイムコードの入力");
        assertThat(browser.get("/committee").body()).contains("サインイン").doesNotContain("見本　審美");

        assertThat(TestServer.mailsTo(mail).getLast()).contains("市町村（保険者）").doesNotContain("事業所");
        HttpResponse<String> home = code(newest());
        assertThat(home.body()).contains("見本　審美", "認定審査会");
        assertThat(browser.session()).isNotEqualTo(before);
        for (String path : List.of("/", "/files", "/records", "/operator", "/cases")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(403);
        }
        browser.post("/sign-out", Map.of("_csrf", csrf()));
        assertThat(events()).containsExactly("CODE_SENT", "SIGNED_IN", "SIGNED_OUT");
    }

    @Test
    void three_wrong_codes_end_it_and_a_stopped_member_goes_on_nowhere() {
        browser.signIn(insurer.value(), "iin", PASSWORD);
        assertThat(code("x").statusCode()).isEqualTo(401);
        code("x");
        assertThat(code("x").body()).contains("コードが使えなくなりました");
        assertThat(code(newest()).body()).doesNotContain("見本　審美");

        browser.signIn(insurer.value(), "iin", PASSWORD);
        TestServer.bean(Accounts.class).setActive(insurer, "iin", false);
        assertThat(code(newest()).body()).doesNotContain("見本　審美");
    }

    private HttpResponse<String> code(String code) {
        return browser.post("/sign-in/code", Map.of("code", code, "_csrf", browser.csrf()));
    }

    private String csrf() {
        return browser.csrf();
    }

    private String newest() {
        return TestServer.mailsTo(mail).getLast().replaceAll("(?s).*?([0-9]{6}).*", "$1");
    }

    private List<String> events() {
        return Loads.database()
                .sql("select event from audit.entry where actor = ? order by number")
                .param("member:" + insurer.value() + "/iin")
                .query(String.class)
                .list();
    }
}

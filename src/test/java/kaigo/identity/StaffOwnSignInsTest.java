package kaigo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kaigo.Browser;
import kaigo.SampleUsers;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** Sign-ins without a certificate: seen and ended by their owner alone, with the password; the insured have one at a time. */
class StaffOwnSignInsTest {

    private static final String ACCOUNT = "/account";
    private static final Pattern OTHER = Pattern.compile("name=\"session\" value=\"([^\"]+)\"");

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Browser here = SampleUsers.member(insurer);
    private final Browser there = SampleUsers.member(insurer);

    @Test
    void one_sees_the_own_sign_ins_and_ends_one_of_them() {
        SampleUsers.member(insurer);
        String page = here.get(ACCOUNT).body();
        assertThat(page).contains("この画面：");
        assertThat(OTHER.matcher(page).results()).hasSize(2);

        assertThat(end(Map.of("session", first(page)), DemoAccounts.PASSWORD).body())
                .contains("サインインを終えました");
        assertThat(isIn(there)).isFalse();
        assertThat(isIn(here)).isTrue();
        assertThat(OTHER.matcher(here.get(ACCOUNT).body()).results()).hasSize(1);
        assertThat(events()).endsWith("SIGNED_OUT");
    }

    @Test
    void all_others_end_and_whoever_asks_goes_on() {
        end(Map.of("others", "true"), DemoAccounts.PASSWORD);
        assertThat(isIn(there)).isFalse();
        assertThat(here.get(ACCOUNT).body()).contains("ほかにサインインしているものはありません");
    }

    @Test
    void without_the_password_nothing_ends_and_the_try_counts() {
        String other = first(here.get(ACCOUNT).body());
        for (Map<String, String> form : List.of(Map.of("session", other), Map.of("others", "true"))) {
            HttpResponse<String> refused = end(form, "not the password");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("いまのパスワードが違います").doesNotContain("not the password");
        }
        assertThat(end(Map.of(), DemoAccounts.PASSWORD).body()).contains("終えるものを選んでください");
        assertThat(isIn(there)).isTrue();
        assertThat(events()).endsWith("SIGN_IN_REFUSED", "SIGN_IN_REFUSED");
    }

    @Test
    void nobody_ends_the_sign_in_of_somebody_else() {
        InsurerNumber elsewhere = TestServer.insurerDaily();
        Browser another = SampleUsers.member(elsewhere);
        String theirs = Loads.database()
                .sql("select id from identity.staff_session where insurer_number = ?")
                .param(elsewhere.value())
                .query(String.class)
                .single();
        end(Map.of("session", theirs), DemoAccounts.PASSWORD);
        assertThat(isIn(another)).isTrue();
    }

    @Test
    void a_sign_in_that_was_left_or_not_used_for_long_is_listed_no_more() {
        there.post("/sign-out", Map.of("_csrf", there.csrf()));
        assertThat(here.get(ACCOUNT).body()).contains("ほかにサインインしているものはありません");
        SampleUsers.member(insurer);
        Loads.database()
                .sql("update identity.staff_session set used_at = used_at - interval '1 hour' where insurer_number = ?")
                .param(insurer.value())
                .update();
        assertThat(here.get(ACCOUNT).body()).as("its own use is noted").contains("この画面：", "ほかにサインインしているものはありません");
    }

    @Test
    void a_newer_sign_in_of_the_insured_ends_the_one_before() {
        Browser before = SampleUsers.insured(insurer);
        assertThat(before.get("/my").uri().getPath()).isEqualTo("/my");
        Browser newer = SampleUsers.insuredAgain(insurer);
        assertThat(before.get("/my").uri().getPath()).isEqualTo("/my/sign-in");
        assertThat(newer.get("/my").uri().getPath()).isEqualTo("/my");
    }

    private HttpResponse<String> end(Map<String, String> which, String password) {
        Map<String, String> form = new HashMap<>(which);
        form.put("endingPassword", password);
        form.put("_csrf", here.csrf());
        return here.post("/account/sign-ins", form);
    }

    private static boolean isIn(Browser browser) {
        return browser.get(ACCOUNT).uri().getPath().equals(ACCOUNT);
    }

    private static String first(String page) {
        return OTHER.matcher(page).results().findFirst().orElseThrow().group(1);
    }

    private List<String> events() {
        return Loads.database()
                .sql("select event from audit.entry where actor = ? order by number")
                .param("member:" + insurer.value() + "/iin")
                .query(String.class)
                .list();
    }
}

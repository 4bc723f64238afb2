package kaigo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.demo.DemoAccounts;
import kaigo.intake.Loads;
import kaigo.participants.Insurers;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wrong passwords shut out whoever tries them, and not the owner of the account, who sits elsewhere. */
class ShutOutTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Browser guesser = from("127.0.0.3");
    private final Browser owner = from("127.0.0.4");

    @BeforeEach
    void an_account() {
        TestServer.bean(DemoAccounts.class)
                .create(TestServer.bean(Insurers.class).find(insurer).orElseThrow());
    }

    @Test
    void who_guesses_is_shut_out_and_the_owner_goes_on() {
        for (int i = 0; i < 12; i++) {
            assertThat(signIn(guesser, "not the password").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> guessed = signIn(guesser, DemoAccounts.PASSWORD);
        assertThat(guessed.statusCode()).isEqualTo(401);
        assertThat(reason(guessed)).isEqualTo("locked for this address");
        assertThat(failed()).as("who is shut out counts no more for everybody").isEqualTo(10);
        assertThat(signIn(owner, DemoAccounts.PASSWORD).statusCode()).isEqualTo(200);
        assertThat(signIn(guesser, DemoAccounts.PASSWORD).statusCode())
                .as("the owner's sign-in does not let it in")
                .isEqualTo(401);
    }

    @Test
    void a_quarter_of_an_hour_later_it_begins_anew() {
        for (int i = 0; i < 10; i++) {
            signIn(guesser, "not the password");
        }
        Loads.database()
                .sql("update identity.wrong_try set last_at = last_at - interval '16 minutes' where insurer_number = ?")
                .param(insurer.value())
                .update();
        signIn(guesser, "not the password");
        assertThat(signIn(guesser, DemoAccounts.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void a_hundred_tries_an_hour_from_everywhere_lock_the_account_for_the_rest_of_it() {
        had(99, Duration.ofMinutes(59));
        signIn(guesser, "not the password");
        HttpResponse<String> right = signIn(owner, DemoAccounts.PASSWORD);
        assertThat(right.statusCode()).isEqualTo(401);
        assertThat(reason(right)).isEqualTo("locked, inactive or ended");

        Loads.database()
                .sql(
                        "update identity.account set locked_until = locked_until - interval '1 hour' where insurer_number = ?")
                .param(insurer.value())
                .update();
        assertThat(signIn(owner, DemoAccounts.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_an_hour_old_does_not_count_any_more() {
        had(99, Duration.ofMinutes(61));
        signIn(guesser, "not the password");
        assertThat(failed()).isOne();
        assertThat(signIn(owner, DemoAccounts.PASSWORD).statusCode()).isEqualTo(200);
    }

    private void had(int tries, Duration ago) {
        Loads.database()
                .sql("update identity.account set failed_tries = ?, failed_since = ? where insurer_number = ?")
                .params(tries, Systems.now().minus(ago).atOffset(ZoneOffset.UTC), insurer.value())
                .update();
    }

    private int failed() {
        return Loads.database()
                .sql("select failed_tries from identity.account where insurer_number = ?")
                .param(insurer.value())
                .query(Integer.class)
                .single();
    }

    private static String reason(HttpResponse<String> answer) {
        return Loads.database()
                .sql("select detail::jsonb ->> 'reason' from audit.entry where request_id = ?")
                .param(answer.headers().firstValue("X-Request-Id").orElseThrow())
                .query(String.class)
                .single();
    }

    private HttpResponse<String> signIn(Browser browser, String password) {
        return browser.signIn(insurer.value(), DemoAccounts.LOGIN, password);
    }

    private static Browser from(String address) {
        return new Browser(
                TestServer.url().replace("localhost", "127.0.0.1"),
                HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(address)));
    }
}

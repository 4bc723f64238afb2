package kaigo.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** 送付箱のお知らせ, by a real mail server. */
class DigestTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final String address = "kaigo@" + insurer.value() + ".example";
    private final Browser staff = Browser.of(insurer);
    private final Digests digests = TestServer.bean(Digests.class);

    @Test
    void once_a_day_as_long_as_something_waits_and_never_of_whom() throws IOException {
        wants(address);
        digests.run();
        assertThat(mails()).as("nothing waits").isEmpty();
        put(1);
        put(2);
        digests.run();
        digests.run();
        assertThat(mails()).hasSize(1);
        assertThat(mails().getFirst())
                .contains("2件あります", "令和8年11月18日（2026/11/18）", insurer.value())
                .doesNotContain("9000000001", "太郎");
        yesterday();
        digests.run();
        assertThat(mails()).as("they still wait").hasSize(2);
        yesterday();
        Systems.of(insurer).get("/v1/insurers/" + insurer.value() + "/outbox/1");
        Systems.of(insurer).get("/v1/insurers/" + insurer.value() + "/outbox/2");
        digests.run();
        assertThat(mails()).as("fetched").hasSize(2);
    }

    @Test
    void nobody_is_told_who_does_not_want_it_or_not_any_more() {
        put(1);
        digests.run();
        wants(address);
        wants("");
        digests.run();
        assertThat(mails()).isEmpty();
    }

    private void wants(String to) {
        Map<String, String> form = Map.of("digestAddress", to, "_csrf", staff.csrf());
        assertThat(staff.post("/outbox/reception/digest", form).body()).contains("設定を変えました");
    }

    private List<String> mails() {
        return TestServer.mailsTo(address);
    }

    private void yesterday() {
        Loads.database()
                .sql("update outbox.digest set told_on = told_on - 1 where insurer_number = ?")
                .param(insurer.value())
                .update();
    }

    private void put(int number) {
        Loads.database().sql("""
                insert into outbox.item (insurer_number, number, interface_id, insured_number, record, put_at)
                values (?, ?, 'P05', '9000000001', '{}', timestamptz '2026-11-18 10:00+09')""").params(insurer.value(), number).update();
    }
}

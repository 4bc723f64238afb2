package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.Browser;
import kaigo.Handles;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 窓口での撤回: written down by the municipality's staff, it ends the reading at once (rulings 24). */
class CounterWithdrawalTest {

    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private final Desk desk = Desk.open();
    private final FullRecords records = desk.records();
    private final Browser staff = Browser.of(desk.insurer());
    private final String person = "/insured/" + Handles.of(desk.insurer(), FullRecords.PERSON);

    @BeforeEach
    void somebody_whose_survey_an_office_reads() {
        records.send("M08", row -> FullRecords.certified(row, "1"));
        desk.add(Map.of());
        assertThat(survey()).contains("基本調査　第1群");
    }

    @Test
    void from_the_next_look_on_the_survey_is_closed_and_the_ledger_says_who_wrote_it_down() {
        assertThat(staff.get(person + "/consent").body()).contains(person + "/withdrawal");
        HttpResponse<String> done = withdraw(Map.of("speaker", "PROXY", "relation", "CHILD"));
        assertThat(done.uri().getPath()).isEqualTo(person + "/consent");
        assertThat(done.body()).contains("撤回を記録しました", "撤回", "代理の方（子）", "保険者の職員（");
        assertThat(survey()).contains("包括同意").doesNotContain("基本調査　第1群");
        assertThat(Loads.database()
                        .sql("select count(*) from outbox.item where insurer_number = ? and interface_id = 'P05'")
                        .param(desk.insurer().value())
                        .query(Integer.class)
                        .single())
                .as("the municipality itself knows")
                .isZero();
        records.send("M08", row -> FullRecords.certified(row, "1"));
        assertThat(survey()).as("the same record of the next day").doesNotContain("基本調査　第1群");
    }

    @Test
    void a_form_that_is_sent_twice_acts_once_and_what_the_municipality_tells_of_it_later_is_an_echo() {
        Map<String, String> form = form(Map.of());
        staff.post(person + "/withdrawal", form);
        staff.post(person + "/withdrawal", form);
        assertThat(ledger()).containsOnlyOnce("WITHDRAW INSURER");
        records.send("M09", row -> {
            FullRecords.with(row, "consentType", "3");
            FullRecords.with(row, "consentOn", "20261120");
            return FullRecords.with(row, "route", "2");
        });
        assertThat(ledger()).containsOnlyOnce("WITHDRAW INSURER");
    }

    @Test
    void a_withdrawal_of_a_day_before_the_consent_ends_nothing_and_the_page_does_not_say_that_it_did() {
        HttpResponse<String> done = withdraw(Map.of("heardOn", "令和8年9月30日"));
        assertThat(done.body()).contains("撤回を記録しました", "同意あり").doesNotContain("見られなくなりました");
        assertThat(survey()).contains("基本調査　第1群");
    }

    @Test
    void what_is_wrong_is_told_and_writes_nothing() {
        for (String day : List.of("", "きのう", "令和8年11月21日", "令和8年3月31日")) {
            HttpResponse<String> answer = withdraw(Map.of("heardOn", day));
            assertThat(answer.statusCode()).as(day).isEqualTo(422);
            assertThat(answer.body()).contains("<a href=\"#heardOn\">", "value=\"" + day + "\"");
        }
        assertThat(withdraw(Map.of("speaker", "PROXY")).body()).contains("関係を選んでください");
        assertThat(withdraw(Map.of("speaker", "")).body()).contains("どなたがお話しになったか");
        assertThat(ledger()).doesNotContain("WITHDRAW INSURER");
        assertThat(survey()).contains("基本調査　第1群");
    }

    @Test
    void of_somebody_insured_elsewhere_or_nowhere_there_is_no_such_page() {
        String foreign = "/insured/" + Handles.of(TestServer.insurerDaily(), FullRecords.PERSON) + "/withdrawal";
        String nobody = "/insured/" + Handles.of(desk.insurer(), "0000000999") + "/withdrawal";
        for (String path : List.of(foreign, nobody)) {
            assertThat(staff.get(path).statusCode()).isEqualTo(404);
            assertThat(staff.post(path, form(Map.of())).statusCode()).isEqualTo(404);
        }
    }

    private HttpResponse<String> withdraw(Map<String, String> other) {
        return staff.post(person + "/withdrawal", form(other));
    }

    private Map<String, String> form(Map<String, String> other) {
        Matcher named = FORM.matcher(staff.get(person + "/withdrawal").body());
        assertThat(named.find()).isTrue();
        Map<String, String> form = new HashMap<>(
                Map.of("form", named.group(1), "heardOn", "令和8年11月20日", "speaker", "SELF", "_csrf", staff.csrf()));
        form.putAll(other);
        return form;
    }

    private String survey() {
        return desk.browser().get(desk.person() + "/certification").body();
    }

    private List<String> ledger() {
        return Loads.database()
                .sql("select act || ' ' || channel from consent.event where insurer_number = ? order by recorded_at")
                .param(desk.insurer().value())
                .query(String.class)
                .list();
    }
}

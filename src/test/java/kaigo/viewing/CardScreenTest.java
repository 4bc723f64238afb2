package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import kaigo.TestServer;
import kaigo.demo.DemoPersons;
import kaigo.insured.CardBridge;
import kaigo.intake.Loads;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the page 利用者の追加 lets its script reach, and what the script's two requests are answered. */
class CardScreenTest {

    private static final String NEW = "/office/users/new";
    private static final String POLICY = "Content-Security-Policy";

    private final Desk desk = Desk.open();
    private final String bridge = TestServer.bean(CardBridge.class).origin();

    @Test
    void only_the_page_that_reads_cards_may_reach_the_bridge_and_nothing_else() {
        String usual = policy(desk.browser().get("/office/users"));
        assertThat(usual).doesNotContain("http:");
        String open = usual.replace("connect-src 'self'", "connect-src 'self' " + bridge);
        assertThat(policy(desk.browser().get(NEW))).isEqualTo(open);
        assertThat(policy(desk.add(Map.of("cardBirth", "x")))).isEqualTo(open);
        assertThat(policy(desk.browser().get(desk.person() + "/again"))).isEqualTo(open);
        assertThat(policy(desk.browser().get(desk.person() + "/end"))).isEqualTo(usual);
    }

    @Test
    void a_challenge_is_for_this_office_and_for_two_minutes() {
        JsonNode asked = json(desk.browser().json(NEW + "/challenge", "{}"));
        assertThat(asked.get("office").asString()).isEqualTo(desk.office().id.holder());
        assertThat(asked.get("seconds").asInt()).isBetween(110, 120);
        assertThat(asked.get("challenge").asString()).hasSize(43);
    }

    @Test
    void what_is_refused_is_told_with_the_next_step_and_is_on_record_once() {
        HttpResponse<String> refused = desk.browser().json(NEW + "/card", "{\"assertion\":\"x.y.z\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).get("problem").asString()).isEqualTo("マイナンバーカードの読取りを確かめられませんでした。");
        assertThat(json(refused).get("remedy").asString()).contains("読取り機の登録を事業所の管理者にご確認ください");
        assertThat(entries(refused)).isOne();
        HttpResponse<String> nothing = desk.browser().json(NEW + "/card", "{}");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(entries(nothing)).isOne();
    }

    @Test
    void whose_card_it_was_stands_in_the_list_and_the_page_that_follows_says_so() {
        String myNumber = desk.records().myNumber();
        TestServer.bean(DemoPersons.class).add(desk.insurer().value() + "7777", "架空　太郎", myNumber);
        String challenge = json(desk.browser().json(NEW + "/challenge", "{}"))
                .get("challenge")
                .asString();
        String assertion = TestReader.simulated(
                desk.office().id.holder(), challenge, desk.insurer().value() + "7777");
        HttpResponse<String> added = desk.browser().json(NEW + "/card", "{\"assertion\":\"" + assertion + "\"}");
        assertThat(json(added).get("next").asString()).isEqualTo(desk.person());
        assertThat(entries(added)).isOne();
        assertThat(desk.browser().get(desk.person()).body()).contains("本人確認ができました");
    }

    private static String policy(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues(POLICY)).hasSize(1);
        return answer.headers().firstValue(POLICY).orElseThrow();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }

    private static long entries(HttpResponse<String> answer) {
        return Loads.database()
                .sql("select count(*) from audit.entry where request_id = ?")
                .param(answer.headers().firstValue("X-Request-Id").orElseThrow())
                .query(Long.class)
                .single();
    }
}

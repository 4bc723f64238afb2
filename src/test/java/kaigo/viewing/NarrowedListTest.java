package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kaigo.Handles;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 利用者一覧の絞り込み: the list of one insurer alone, and 期限前の再確認 (rulings 29). */
class NarrowedListTest {

    private static final String LIST = "/office/users";
    private static final String OTHER = "0000000009";

    private final Desk desk = Desk.open();
    private final InsurerNumber second = TestServer.insurerDaily();

    @BeforeEach
    void somebody_at_each_of_two_insurers() {
        TestServer.start(second);
        Loads.load(second, new M01File(second, "D").add("1", OTHER, "", "仮名　花子"));
        desk.office().verified(desk.insurer(), InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.plusDays(10));
        desk.office().verified(second, InsuredNumber.of(OTHER), TestServer.TODAY.plusDays(10));
    }

    @Test
    void whoever_serves_people_of_two_insurers_can_list_those_of_one() {
        assertThat(get("")).contains("架空　太郎", "仮名　花子", "すべての保険者", second.value() + "）</option>");
        String one = get("?insurer=" + second.value());
        assertThat(one)
                .contains("仮名　花子", "value=\"" + second.value() + "\" selected", "1 人")
                .contains("insurer=" + second.value() + "&amp;only=VIEWABLE")
                .doesNotContain("架空　太郎");
        String csv = get(".csv?insurer=" + second.value());
        assertThat(csv).contains("仮名　花子").doesNotContain("架空　太郎");
        String found = desk.browser()
                .post(LIST + "/search", Map.of("userSearch", "かめい", "insurer", second.value()))
                .body();
        assertThat(found).contains("この条件に合う方はいません", "value=\"" + second.value() + "\" selected");
        assertThat(get("?insurer=12'")).as("no insurer at all").contains("架空　太郎", "仮名　花子");
    }

    @Test
    void where_everybody_is_of_one_insurer_it_is_not_asked() {
        desk.browser().post(LIST + "/" + Handles.of(second, OTHER) + "/end", Map.of());
        assertThat(get("")).contains("架空　太郎").doesNotContain("すべての保険者");
    }

    @Test
    void whoever_has_had_no_claim_for_two_whole_months_is_to_be_checked_again_until_the_end() {
        assertThat(get("?only=RECHECK")).contains("この条件に合う方はいません");
        set("verified_at = timestamptz '2026-08-31 23:59+09', viewable_until = date '2026-11-20'");
        assertThat(get("?only=RECHECK")).contains("架空　太郎", "しばらく介護報酬の請求がない方です").doesNotContain("仮名　花子");
        assertThat(desk.browser().get("/office").body()).contains("only=RECHECK\"><span>再確認をお勧めする方</span><strong>1 人");
        set("verified_at = timestamptz '2026-08-31 15:00+00'");
        assertThat(get("?only=RECHECK")).as("that is September in Japan").contains("この条件に合う方はいません");
        set("verified_at = timestamptz '2026-08-31 23:59+09', viewable_until = date '2026-11-19'");
        assertThat(get("?only=RECHECK")).as("after the end").contains("この条件に合う方はいません");
    }

    private String get(String narrowed) {
        return desk.browser().get(LIST + narrowed).body();
    }

    private void set(String what) {
        Loads.database()
                .sql("update insured.viewing set " + what + " where insurer_number = ?")
                .param(desk.insurer().value())
                .update();
    }
}

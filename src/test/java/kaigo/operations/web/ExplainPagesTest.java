package kaigo.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kaigo.Browser;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.identity.NewAccount;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.shared.AccountRole;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command explains stands on the page, on record, and nothing of the person beyond it. */
class ExplainPagesTest {

    private static final String PATH = "/operator/explain";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice office = SampleOffice.near(insurer);
    private final Browser operator = Browser.as(AccountRole.OPERATORS, "unyo");

    @BeforeAll
    static void an_operator() {
        TestServer.bean(DemoAccounts.class).create(NewAccount.of(AccountRole.OPERATORS, "unyo", "見本"), "見本");
    }

    @Test
    void one_kind_is_told_question_by_question_and_once_on_record() {
        TestServer.start(insurer);
        new FullRecords(insurer).person();
        HttpResponse<String> told = ask(Map.of());
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.uri().toString()).doesNotContain(FullRecords.PERSON);
        assertThat(told.body())
                .contains("閲覧できません（NOT_VERIFIED）", "この方の本人確認が済んでいません", "次にすること：")
                .contains("居宅介護支援・介護予防支援", "包括同意があるときだけ共有される", "規則の版")
                .contains("insured.person_explained", "登録されている=はい", "本人確認=NONE", "LIFE_OPEN=on")
                .contains("ここで断る", "通す", "確かめるまでもない")
                .doesNotContain("架空　", "昭和9", "1934");
        assertThat(entries(told)).containsExactly("DECISION_EXPLAINED operator:unyo {" + FullRecords.PERSON + "}");
    }

    @Test
    void all_kinds_are_told_with_their_facts_once_also_for_a_post() {
        HttpResponse<String> told = ask(Map.of("viewerLogin", "", "viewerJob", "CARE_MANAGER", "askedKind", "ALL"));
        assertThat(told.body())
                .contains("整っているものとして", "この番号の方は登録されていません")
                .containsOnlyOnce("participants.insurer<")
                .contains("CERT_SURVEY", "ACCESS_LOG", "NOT_VERIFIED", "NOT_SHARED_WITH_VIEWER");
        assertThat(told.body()).contains("「6 ご本人との関係」で断る（NOT_VERIFIED）");
        assertThat(told.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(100_000);
        assertThat(entries(told)).containsExactly("DECISION_EXPLAINED operator:unyo {}");
    }

    @ParameterizedTest
    @CsvSource({
        "askedViewer, NURSE, 閲覧する方を選んでください",
        "viewerNumber, 123, 事業所番号を10桁で",
        "viewerLogin, 'あ', ユーザーIDの形ではありません",
        "viewerLogin, '', ユーザーIDを入力するか",
        "viewerJob, DOCTOR, どちらか一方に",
        "viewerJob, NURSE, 職種で求められるのは",
        "personInsurer, 44, 保険者番号を数字6桁で",
        "personNumber, 1, 被保険者番号を10桁で",
        "askedKind, CARDS, 情報の種類を選んでください",
        "askedOn, いつか, 日付として読めません",
    })
    void what_is_wrong_is_said_at_its_field_nothing_typed_is_lost_and_nothing_is_asked(
            String field, String typed, String said) {
        HttpResponse<String> answer = ask(Map.of(field, typed));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#" + field + "\"", "id=\"" + field + "-error\"", said)
                .contains("value=\"" + (field.equals("personNumber") ? typed : FullRecords.PERSON) + "\"");
        assertThat(entries(answer)).isEmpty();
    }

    @Test
    void who_has_no_number_or_login_leaves_them_empty() {
        String self = ask(Map.of("askedViewer", "INSURED")).body();
        assertThat(self).contains("機関の番号を空に", "ユーザーIDを空に");
        String right = ask(Map.of("askedViewer", "INSURED", "viewerNumber", "", "viewerLogin", ""))
                .body();
        assertThat(right).contains("閲覧できません（NOT_SHARED_WITH_VIEWER）");
        String staff = ask(Map.of("askedViewer", "STAFF", "viewerNumber", insurer.value(), "viewerLogin", "nobody"))
                .body();
        assertThat(staff).contains("閲覧できません（AUTH）", "identity.account");
    }

    /** By default an office's account, of the sample person, of one kind. */
    private HttpResponse<String> ask(Map<String, String> other) {
        Map<String, String> form = new HashMap<>(Map.of(
                "askedViewer",
                "OFFICE",
                "viewerNumber",
                office.id.number(),
                "viewerLogin",
                SampleOffice.LOGIN,
                "viewerJob",
                "",
                "personInsurer",
                insurer.value(),
                "personNumber",
                FullRecords.PERSON,
                "askedKind",
                "CERT_SURVEY",
                "askedOn",
                "",
                "_csrf",
                operator.csrf()));
        form.putAll(other);
        return operator.post(PATH, form);
    }

    private static List<String> entries(HttpResponse<String> answer) {
        return Loads.database()
                .sql("select event || ' ' || actor || ' ' || subjects::text from audit.entry where request_id = ?")
                .param(answer.headers().firstValue("X-Request-Id").orElseThrow())
                .query(String.class)
                .list();
    }
}

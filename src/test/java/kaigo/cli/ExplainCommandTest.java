package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import kaigo.access.rules.Kind;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator asks on the command line why somebody sees, or does not. */
class ExplainCommandTest {

    private static final String OFFICE = "4470100017";
    private static final String INSURER = InsurerNumber.ofFirstFive("44007").value();
    private static final String PERSON = INSURER + "/0000000001";

    private static OwnInstallation own;

    @BeforeAll
    static void an_office_and_a_person() throws Exception {
        own = new OwnInstallation();
        assertThat(own.run("insurer", "put", "--number", INSURER, "--name", "架空市", "--prefecture", "大分県"))
                .as(own.err)
                .isZero();
        assertThat(own.run(
                        "institution",
                        "put",
                        "--office",
                        OFFICE,
                        "--name",
                        "架空居宅",
                        "--prefecture",
                        "大分県",
                        "--service",
                        "43",
                        "--from",
                        "2020-04-01"))
                .isZero();
        own.asSuperuser("""
                insert into insured.person (insurer_number, insured_number, revision, registered_at, content_hash,
                    source_updated_at, name, name_kana, birth_date, birth_date_unknown, sex, address, insured_category,
                    qualified_from, residence_exception, protection)
                values ('%s', '0000000001', 1, now(), '', now(), '架空　太郎', 'カクウ　タロウ', '1934-06-11', false, '1',
                    '架空町', '1', '1999-06-11', '0', false)""".formatted(INSURER));
    }

    @AfterAll
    static void close() {
        own.close();
    }

    @Test
    void one_kind_is_told_question_by_question_with_its_facts() {
        assertThat(explain("office:" + OFFICE + "/keikaku", "--kind", "card")).isZero();
        assertThat(own.out)
                .contains("規則の版", "CARD 要介護認定情報③被保険者証: 閲覧できません（AUTH）", "次にすること: ")
                .contains("欄 CARE_MANAGEMENT　表のます O")
                .contains("1 アカウント、証明書、事業所 … ここで断る（AUTH）", "identity.institution_account: 該当する行はありません")
                .contains("2 機能（提案の切替え） … 確かめるまでもない", "LIFE_OPEN=off")
                .contains("insured.person_explained: 登録されている=はい")
                .doesNotContain("架空", "太郎", "1934", "登録されていません（または");
    }

    @Test
    void all_kinds_are_told_and_their_facts_once() {
        assertThat(explain("insured", "--kind", "all")).isZero();
        for (Kind kind : Kind.values()) {
            assertThat(own.out).contains(kind.name() + " ");
        }
        assertThat(own.out)
                .contains("LIFE LIFE情報①ADL等: 閲覧できません（FEATURE_NOT_YET）", "事実 / facts")
                .containsOnlyOnce("participants.insurer");
    }

    @Test
    void json_says_the_same_for_a_program() {
        assertThat(explain("staff:" + INSURER + "/nobody", "--kind", "card,life", "--json"))
                .isZero();
        JsonNode told = new JsonMapper().readTree(own.out);
        assertThat(told.get("viewer").asString()).isEqualTo("staff:" + INSURER + "/nobody");
        assertThat(told.at("/kinds/0/reason").asString()).isEqualTo("AUTH");
        assertThat(told.at("/kinds/0/columns/0/steps/0/question").asString()).isEqualTo("ACCOUNT");
        assertThat(told.at("/kinds/1/kind").asString()).isEqualTo("LIFE");
        assertThat(told.at("/facts/RELATION")).isNotEmpty();
        assertThat(told.get("caveats")).isEmpty();
    }

    @Test
    void another_day_and_an_absent_person_are_said_plainly() {
        assertThat(own.run(
                        "explain",
                        "--viewer",
                        "insured",
                        "--person",
                        INSURER + "/0000000999",
                        "--kind",
                        "CARD",
                        "--on",
                        "2026-05-01"))
                .as(own.err)
                .isZero();
        assertThat(own.out).contains("登録されていません（または削除されています）", "今日ではない日の判定です", "2026-05-01 について", "NOT_SELF");
    }

    @Test
    void it_is_on_record_in_the_operators_stream() throws Exception {
        assertThat(explain("operator:unyo", "--kind", "ACCESS_LOG")).isZero();
        own.asSuperuser("""
                do $$ begin
                    if not exists (select from audit.entry where stream = 2 and event = 'DECISION_EXPLAINED'
                        and actor = 'operator' and subjects = '{0000000001}' and detail like '%"operator:unyo"%') then
                        raise exception 'not on record';
                    end if;
                end $$""");
        assertThat(own.run("audit", "verify")).as(own.out).isZero();
    }

    @Test
    void a_post_stands_for_whoever_has_it() {
        assertThat(explain("office:" + OFFICE + "/@CARE_MANAGER", "--kind", "CERT_SURVEY"))
                .as(own.err)
                .isZero();
        assertThat(own.out).contains("/@CARE_MANAGER", "整っているものとして", "市町村の利用開始日 … ここで断る");
    }

    @ParameterizedTest
    @CsvSource({
        "office:4470100017/@NURSE, CARD, '@CARE_MANAGER、@DOCTOR'",
        "office:123/a, CARD, 事業所番号・医療機関コードの形",
        "office:4470100017, CARD, ユーザーID がありません",
        "nurse:4470100017/a, CARD, 種類が分かりません",
        "staff:44/a, CARD, 保険者番号（半角数字 6 桁）",
        "insured:440070, CARD, 保険者番号/被保険者番号",
        "insured, CARDS, CERT_SURVEY",
    })
    void what_is_wrong_is_named_with_what_to_do(String viewer, String kind, String told) {
        assertThat(explain(viewer, "--kind", kind)).isEqualTo(2);
        assertThat(own.err).contains(told).doesNotContain("Exception");
    }

    @Test
    void a_wrong_person_day_and_certificate_are_named() {
        assertThat(own.run("explain", "--viewer", "insured", "--person", "1/2", "--kind", "CARD"))
                .isEqualTo(2);
        assertThat(own.err).contains("--person「1/2」");
        assertThat(explain("insured", "--kind", "CARD", "--on", "yesterday")).isEqualTo(2);
        assertThat(own.err).contains("2026-11-20 のように");
        assertThat(explain("insured", "--kind", "CARD", "--certificate", "00")).isEqualTo(2);
        assertThat(own.err).contains("./kiban cert list");
        assertThat(own.run("explain")).isEqualTo(2);
    }

    @Test
    void wrong_switches_are_named() throws Exception {
        own.environment.put("KIBAN_PROPOSALS", "LIFE_OPEN=yes");
        assertThat(explain("insured", "--kind", "LIFE")).isEqualTo(2);
        assertThat(own.err).contains("KIBAN_PROPOSALS", "LIFE_OPEN=yes");
        own.environment.put("KIBAN_PROPOSALS", "LIFE_OPEN=on");
        assertThat(explain("insured", "--kind", "LIFE")).isZero();
        assertThat(own.out).contains("LIFE_OPEN=on").doesNotContain("FEATURE_NOT_YET");
        own.environment.remove("KIBAN_PROPOSALS");
    }

    private static int explain(String viewer, String... more) {
        String[] first = {"explain", "--viewer", viewer, "--person", PERSON};
        return own.run(Stream.of(first, more).flatMap(Arrays::stream).toArray(String[]::new));
    }
}

package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.security.cert.CertificateEncodingException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.layout.LayoutItem;
import kaigo.layout.Row;
import kaigo.platform.DatabaseAddress;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Pages that lie beside every way through the day. */
@Tag("browser")
class RareScreensJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final String person = "/office/users/" + Handles.of(insurer, FullRecords.PERSON);

    @Test
    void the_municipality_reads_how_to_connect_who_is_not_there_and_whose_consent_a_no_has_ended() {
        records.person();
        records.send("M09", row -> with(row, Map.of("consentType", "1", "route", "2", "consentOn", "20261005")));
        records.send(
                "M08",
                row -> with(FullRecords.certified(row, "0"), Map.of("consentOn", "20261020", "appliedOn", "20261020")));
        Page page = chromium.staff(insurer);
        page.navigate("/setup/api");
        assertThat(page.locator("main")).containsText("\"$I/setup\"");
        chromium.inspect(page, "setup-api");
        page.navigate("/interfaces/files");
        chromium.inspect(page, "interfaces-files");
        page.navigate("/insured/" + Handles.of(insurer, "0000000999"));
        assertThat(page.locator("main")).containsText("この被保険者は登録されていません。被保険者番号をご確認ください。");
        chromium.inspect(page, "insured-absent");
        page.navigate("/consents/ended");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody")).containsText("令和8年10月20日");
        chromium.inspect(page, "consents-ended");
        page.navigate("/idle");
        assertThat(page.locator("main")).containsText("しばらく操作がなかったため、サインアウトしました。");
        chromium.inspect(page, "idle");
        page.getByText("サインインの画面へ").click();
        assertThat(page.locator("h1")).containsText("サインイン");
    }

    @Test
    void values_of_life_are_drawn_and_read_alike() throws CertificateEncodingException {
        Page page = ofThePerson();
        records.send("M08", row -> FullRecords.certified(row, "1"));
        records.send(
                "X01",
                row -> with(row, Map.of("evaluationMonth", "202608", "weight", "482", "adlTotal", "55")),
                row -> with(row, Map.of("evaluationMonth", "202609", "weight", "475", "adlTotal", "60")),
                row -> with(row, Map.of("evaluationMonth", "202610", "weight", "490", "adlTotal", "100")));
        page.navigate(person + "/life");
        assertThat(page.locator("figure figcaption").first()).containsText("ADL 合計の推移");
        assertThat(page.locator("figure svg").first()).hasAttribute("aria-label", "ADL 合計の推移（0〜100点、点が高いほど自立）");
        assertThat(page.locator("figure").last()).containsText("47.5");
        assertThat(page.locator("tbody")).containsText("47.5");
        page.locator("details summary").first().click();
        chromium.inspect(page, "user-life-charts");
        Displayed.holds(page, page.url());
    }

    @Test
    void an_application_under_way_says_how_far_it_is_and_when_the_committee_sits() throws CertificateEncodingException {
        Page page = ofThePerson();
        records.send(
                "M10",
                row -> with(
                        none(
                                row,
                                "opinionReceived",
                                "primary",
                                "committee",
                                "certified",
                                "postponed",
                                "withdrawn",
                                "rejected"),
                        Map.of(
                                "appliedOn", "20261030",
                                "applicationType", "2",
                                "acceptedOn", "20261030",
                                "surveyRequestedOn", "20261102",
                                "surveyDoneOn", "20261112",
                                "opinionRequestedOn", "20261102",
                                "committeePlannedOn", "20261126",
                                "certStatus", "03")));
        page.navigate(person + "/progress");
        assertThat(page.locator("main h2")).hasText("申請日 令和8年10月30日（2026/10/30）　更新申請");
        assertThat(page.locator("main")).containsText("申請から30日めは 令和8年11月29日（2026/11/29） です。");
        assertThat(page.locator(".steps li:has-text('審査会（予定）')")).containsText("令和8年11月26日（2026/11/26）");
        assertThat(page.locator(".steps .state-done")).hasCount(4);
        assertThat(page.locator(".steps .state-wait")).hasCount(3);
        chromium.inspect(page, "user-progress-running");
    }

    @Test
    void a_card_with_benefits_restricted_says_so_before_all_else() throws CertificateEncodingException {
        Page page = ofThePerson();
        records.send(
                "M02",
                row -> with(
                        none(row, "typeLimits", "committee", "benefitRestrictions", "careManagers", "facilities"),
                        Map.of(
                                "insurerName", "架空市",
                                "careLevel", "22",
                                "certifiedOn", "20260325",
                                "issuedOn", "20261001",
                                "monthlyLimitUnits", "19705",
                                "benefitRestrictions1Content", "03",
                                "benefitRestrictions1From", "20261001",
                                "benefitRestrictions1To", "20270930",
                                "benefitRestrictions2Content", "01",
                                "benefitRestrictions2From", "20261201")));
        page.navigate(person);
        assertThat(page.locator(".card .restricted")).hasCount(2);
        assertThat(page.locator(".card .restricted").first()).containsText("給付額減額");
        chromium.inspect(page, "user-cards-restricted");
    }

    /** Without the items whose codes begin so. */
    static Row none(Row row, String... groups) {
        row.layout().ownItems().stream()
                .map(LayoutItem::code)
                .filter(code -> Stream.of(groups).anyMatch(code::startsWith))
                .forEach(code -> FullRecords.with(row, code, null));
        return row;
    }

    @Test
    void a_consent_without_its_relation_or_its_reason_comes_back_with_what_is_missing()
            throws CertificateEncodingException {
        Page page = ofThePerson();
        page.navigate(person + "/consent/record");
        page.getByLabel("文を読み上げました").check();
        page.getByLabel("同意する").check();
        page.locator("#speaker-PROXY").check();
        Chromium.press(page.locator("main"), "記録する");
        assertThat(page.locator("#errors")).isFocused();
        assertThat(page.locator("#relation")).hasAccessibleDescription(Pattern.compile("代わりの方とご本人との関係を選んでください"));
        chromium.inspect(page, "user-consent-no-relation");
        page.locator("#answer-UNCONFIRMED").check();
        Chromium.press(page.locator("main"), "記録する");
        assertThat(page.locator("#errors li")).hasCount(1);
        chromium.inspect(page, "user-consent-no-reason");
    }

    /** An office's page, signed in; the person is in its list. */
    private Page ofThePerson() throws CertificateEncodingException {
        TestServer.start(insurer);
        records.person();
        SampleOffice office = SampleOffice.near(insurer);
        office.verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.plusDays(40));
        return OfficeJourneyTest.signedIn(chromium, office, true);
    }

    @Test
    void the_operator_sees_whose_certificate_ends_and_who_works_in_several_places() {
        SampleOffice.near(insurer);
        SampleOffice.second(insurer);
        Page page = OperatorJourneyTest.signIn(chromium);
        page.navigate("/operator/certificates");
        assertThat(page.locator("h1")).hasText("証明書の期限");
        assertThat(page.locator("thead th")).hasText(new String[] {"事業所・医療機関", "名称", "最後の日", "残り", "お知らせ"});
        chromium.inspect(page, "operator-certificates");
        page.navigate("/operator/care-managers?several=true");
        assertThat(page.locator("tbody .state").first()).containsText("事業所");
        chromium.inspect(page, "operator-care-managers");
    }

    /** All tests of a server share its accounts, so they are put aside for as long as it takes. */
    @Test
    void an_operator_of_a_country_without_institutions_is_told_that_there_are_none() {
        Page page = OperatorJourneyTest.signIn(chromium);
        DatabaseAddress database = TestServer.database();
        JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(
                database.url(), database.owner().name(), database.owner().password()));
        owner.sql("alter table identity.institution_account rename to account_aside")
                .update();
        owner.sql("create table identity.institution_account (like identity.account_aside)")
                .update();
        owner.sql("grant select on identity.institution_account to kiban_app").update();
        try {
            page.navigate("/operator/certificates");
            assertThat(page.locator("main")).containsText("ありません。");
            chromium.inspect(page, "operator-certificates-none");
            page.navigate("/operator/care-managers");
            assertThat(page.locator("main")).containsText("該当する方はいません");
            chromium.inspect(page, "operator-care-managers-none");
        } finally {
            owner.sql("drop table identity.institution_account").update();
            owner.sql("alter table identity.account_aside rename to institution_account")
                    .update();
        }
    }

    private static Row with(Row row, Map<String, String> values) {
        values.forEach((code, value) -> FullRecords.with(row, code, value));
        return row;
    }
}

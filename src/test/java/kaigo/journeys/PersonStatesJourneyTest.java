package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import java.util.Map;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.layout.Row;
import kaigo.participants.Insurers;
import kaigo.screens.ScreenText;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.viewing.Tab;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The states of a person: 資格喪失, 支援措置, two insurers, 開始前, certificates before and after their time, no consent. */
@Tag("browser")
class PersonStatesJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String ADDRESS = "架空町一丁目";
    private static final String THERE = "0000000009";
    private static final int LOST_ON = 19;
    private static final int LOST_REASON = 20;
    private static final int PROTECTION = 24;

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final SampleOffice office = SampleOffice.near(insurer);
    private final String handle = Handles.of(insurer, FullRecords.PERSON);
    private final String person = "/office/users/" + handle;

    @BeforeEach
    void a_person_in_the_offices_list() {
        TestServer.start(insurer);
        records.person();
        office.verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.plusDays(40));
    }

    @Test
    void who_has_lost_the_qualification_keeps_the_cards_and_nothing_new_is_taken() throws CertificateEncodingException {
        records.send("M02", row -> row);
        records.send("M08", row -> FullRecords.certified(row, "1"));
        Loads.load(insurer, changed().with(LOST_ON, "20261101").with(LOST_REASON, "02"));
        String lost = "この保険者の資格を失っています。新しい本人確認、同意、届出はできません。";
        Page page = OfficeJourneyTest.signedIn(chromium, office, true);
        page.navigate(person);
        assertThat(page.locator(".who-lost")).hasText(lost);
        assertThat(page.locator("main")).containsText("介護保険被保険者証");
        chromium.inspect(page, "user-lost");
        UserJourneyTest.tab(page, "認定情報");
        assertThat(page.locator(".refusal")).containsText("ご本人の有効な包括同意がありません");
        UserJourneyTest.tab(page, "同意");
        assertThat(page.locator("main")).containsText("この方は、この保険者の被保険者の資格を失っています。");
        assertThat(page.locator("main")).containsText("新しい保険者の被保険者証で、本人確認からやり直してください。");
        assertThat(page.locator("main")).not().containsText("同意・撤回を記録する");
        chromium.inspect(page, "user-lost-consent");
        page.navigate("/office/users/new");
        UserJourneyTest.card(page, insurer, "S9.6.11");
        assertThat(page.locator("#errors")).containsText("入力された内容では、本人確認ができませんでした");
        Page staff = chromium.staff(insurer);
        staff.navigate("/insured/" + handle);
        assertThat(staff.locator(".who-lost")).hasText(lost);
        chromium.inspect(staff, "insured-lost");
    }

    @Test
    void of_a_protected_person_no_page_and_no_paper_of_an_office_tells_the_address()
            throws CertificateEncodingException, IOException {
        records.send("M02", row -> row);
        records.send("M08", row -> livingThere(FullRecords.certified(row, "1")));
        records.send("M05", PersonStatesJourneyTest::livingThere);
        Loads.load(insurer, changed().with(PROTECTION, "1"));
        Page page = OfficeJourneyTest.signedIn(chromium, office, true);
        for (String other : List.of("end", "consent/record")) {
            hidesTheAddress(page, person + "/" + other);
        }
        for (String form : List.of("survey", "opinion", "sheet")) {
            hidesTheAddress(page, person + "/certification?form=" + form);
            assertThat(page.locator(".sheet h2")).isVisible();
        }
        for (Tab tab : Tab.ofOffice()) {
            hidesTheAddress(page, person + "/" + tab.path());
        }
        page.navigate(person);
        assertThat(page.locator("main")).not().containsText("支援措置");
        chromium.inspect(page, "user-protected");
        page.navigate("/office/users");
        assertThat(page.locator("main")).containsText("架空　太郎");
        assertThat(page.locator("main")).not().containsText(ADDRESS);
        isOnNoPaper(page);
        page.navigate(person + "/certification?application=1&form=survey");
        assertThat(page.locator("main")).containsText("住所この基盤では表示しません");
        chromium.inspect(page, "user-protected-form");
        Page staff = chromium.staff(insurer);
        staff.navigate("/insured/" + handle);
        assertThat(staff.locator(".who")).containsText(ADDRESS);
        assertThat(staff.locator(".who .protected")).hasText("支援措置あり");
        chromium.inspect(staff, "insured-protected");
        UserJourneyTest.tab(staff, "認定情報");
        assertThat(staff.locator("#survey ~ *").first()).isVisible();
        Assertions.assertThat(staff.locator("main").innerText().split(ADDRESS)).hasSizeGreaterThan(3);
    }

    /** Every address in it is the person's. */
    private static Row livingThere(Row row) {
        for (String code : List.of("address", "familyAddress", "facilityAddress")) {
            if (row.layout().position(code) >= 0) {
                FullRecords.with(row, code, "大分県架空市" + ADDRESS);
            }
        }
        row.layout().sheets().forEach(sheet -> row.sheet(sheet).forEach(PersonStatesJourneyTest::livingThere));
        return row;
    }

    private void isOnNoPaper(Page page) throws IOException {
        for (String paper : List.of(
                "insurance-card?kind=insurance", "consent", "cards", "survey?application=1", "opinion?application=1")) {
            byte[] print = page.request().get(person + "/print/" + paper).body();
            try (PDDocument document = Loader.loadPDF(print)) {
                Assertions.assertThat(new PDFTextStripper().getText(document))
                        .as(paper)
                        .contains("架空　太郎")
                        .doesNotContain(ADDRESS);
            }
        }
    }

    private static void hidesTheAddress(Page page, String path) {
        page.navigate(path);
        Assertions.assertThat(page.content()).as(path).doesNotContain(ADDRESS);
        assertThat(page.locator(".who .protected")).hasText("表示できません");
    }

    @Test
    void who_has_files_at_two_insurers_is_one_page_and_each_says_what_it_keeps_back()
            throws CertificateEncodingException {
        InsurerNumber other = TestServer.insurerDaily();
        FullRecords there = new FullRecords(other);
        TestServer.start(other);
        Loads.load(other, new M01File(other, "D").add("1", THERE, records.myNumber(), "架空　太郎"));
        records.send("M02", row -> row);
        there.send("M02", row -> FullRecords.with(row, "insuredNumber", THERE));
        records.send("M08", row -> FullRecords.certified(row, "1"));
        there.send("M08", row -> FullRecords.with(FullRecords.certified(row, "0"), "insuredNumber", THERE));
        Page page = OfficeJourneyTest.signedIn(chromium, office, true);
        page.navigate(person);
        assertThat(page.locator("h2.of-insurer")).hasText(new String[] {name(insurer) + "の記録", name(other) + "の記録"});
        assertThat(page.locator(".who")).hasCount(2);
        assertThat(page.locator(".who").nth(1)).containsText(THERE);
        chromium.inspect(page, "user-two-insurers");
        UserJourneyTest.tab(page, "認定情報");
        assertThat(page.locator("main")).containsText("基本調査　第1群");
        assertThat(page.locator("h2.of-insurer:has-text('" + name(other) + "') ~ .refusal"))
                .containsText("ご本人の有効な包括同意がありません");
        chromium.inspect(page, "user-two-insurers-certification");
        there.send(
                "M08",
                row -> FullRecords.with(
                        FullRecords.updated(FullRecords.certified(row, "1"), "2"), "insuredNumber", THERE));
        page.reload();
        assertThat(page.locator("h3:text-is('基本調査　第1群 身体機能・起居動作')")).hasCount(2);
        chromium.inspect(page, "user-two-insurers-open");
        notStarted(other);
        page.reload();
        assertThat(page.locator("main")).not().containsText(name(other));
    }

    @Test
    void before_the_municipality_starts_every_tab_says_from_when() throws CertificateEncodingException {
        records.send("M02", row -> row);
        notStarted(insurer);
        Page page = OfficeJourneyTest.signedIn(chromium, office, true);
        page.navigate("/office/users");
        assertThat(page.locator("tbody")).containsText("（表示できません）");
        page.locator("tbody a").click();
        for (Tab tab : List.of(Tab.CARDS, Tab.CERTIFICATION, Tab.CONSENT)) {
            page.navigate(person + "/" + tab.path());
            assertThat(page.locator("h1")).hasText("この方の情報は表示できません");
            assertThat(page.locator("main")).containsText("この方の市町村は、介護情報基盤の利用をまだ開始していません。");
            assertThat(page.locator("main")).containsText("令和8年11月21日");
            assertThat(page.locator("main")).not().containsText("架空　太郎");
        }
        chromium.inspect(page, "user-not-started");
    }

    @Test
    void certificates_before_and_after_their_time_and_voided_ones_say_so() throws CertificateEncodingException {
        records.send(
                "M02",
                row -> with(row, Map.of("historyNo", "1", "voidedOn", "20261031")),
                row -> with(row, Map.of("historyNo", "2")));
        Map<String, String> next = Map.of("burdenYear", "2027", "from1", "20270801", "to1", "20280731");
        records.send(
                "M03",
                row -> with(
                        with(FullRecords.with(FullRecords.with(row, "ratio2", null), "from2", null), next), Map.of()));
        records.send("M04", row -> with(row, Map.of("certKind", "03", "validFrom", "20250801", "validTo", "20260731")));
        Page page = OfficeJourneyTest.signedIn(chromium, office, true);
        page.navigate(person);
        assertThat(page.locator(".cards .card:has-text('負担割合証')")).containsText("適用開始前の情報です。");
        assertThat(page.locator(".cards .card:has-text('軽減確認証')")).containsText("期間を超えている情報です。");
        assertThat(page.locator(".cards .card:has-text('介護保険被保険者証')")).not().containsText("回収・無効");
        page.locator("section:has(> h2:text-is('介護保険被保険者証')) summary").click();
        assertThat(page.locator("details[open]")).containsText("回収・無効になった証です。");
        page.locator("section:has(> h2:has-text('軽減確認証')) summary").click();
        assertThat(page.locator("details[open]").last()).containsText("期間を超えている情報です。");
        chromium.inspect(page, "user-cards-over");
    }

    @Test
    void without_consent_life_and_care_plans_are_closed_and_lead_to_the_consent() throws CertificateEncodingException {
        for (String id : List.of("X01", "X02")) {
            records.send(id, row -> row);
        }
        records.send("M08", row -> FullRecords.certified(row, "0"));
        Page page = OfficeJourneyTest.signedIn(chromium, office, true);
        for (Tab tab : List.of(Tab.CARE_PLANS, Tab.LIFE)) {
            page.navigate(person + "/" + tab.path());
            assertThat(page.locator(".refusal")).hasCount(1);
            assertThat(page.locator(".refusal")).containsText("ご本人の有効な包括同意がありません");
            assertThat(page.locator("main table, main svg")).hasCount(0);
            chromium.inspect(page, "user-refused-" + tab.path());
        }
        page.locator(".refusal").getByText("「同意」のタブを開く").click();
        assertThat(page.locator("h1")).hasText(ScreenText.text("tab." + Tab.CONSENT));
        assertThat(page.locator("main")).containsText("同意しない");
    }

    private M01File changed() {
        return new M01File(insurer, "D")
                .createdAt("20261120230000")
                .add("2", FullRecords.PERSON, "", "架空　太郎", "20261120120000");
    }

    private static void notStarted(InsurerNumber insurer) {
        Loads.database()
                .sql("update participants.insurer set started_on = date '2026-11-21' where insurer_number = ?")
                .param(insurer.value())
                .update();
    }

    private static String name(InsurerNumber insurer) {
        return TestServer.bean(Insurers.class).find(insurer).orElseThrow().name();
    }

    private static Row with(Row row, Map<String, String> values) {
        values.forEach((code, value) -> FullRecords.with(row, code, value));
        return row;
    }
}

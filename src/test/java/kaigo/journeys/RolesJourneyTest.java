package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.screens.ScreenText;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Job;
import kaigo.viewing.Tab;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One person on the screens of each 職種 (docs/sharing.md): which tabs open, and with which words the others are closed. */
@Tag("browser")
class RolesJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String SURVEY = "要介護認定情報①（認定調査票）";
    private static final String OPINION = "要介護認定情報②（主治医意見書）";
    private static final String SHEET = "認定審査会資料";
    private static final String PLANS = "居宅サービス計画書 第1表、居宅サービス計画書 第2表、居宅サービス計画書 第3表、居宅サービス計画書 第6表、居宅サービス計画書 第7表、"
            + "施設サービス計画書 第1表、施設サービス計画書 第2表、施設サービス計画書 第3表";
    private static final String JOB =
            "この情報は、決められた職種の方だけが閲覧できます（ケアマネジャーを置くサービスではケアマネジャー、医療機関では医師と医師事務作業補助者、老健・介護医療院では作成を依頼された医師も）。"
                    + "訪問介護・通所介護など、ケアマネジャーを置かないサービスには共有されません。"
                    + "内容は、担当のケアマネジャーにお尋ねください。ご自身がその職種であるのに表示されないときは、事業所の管理者に、職種の登録をご確認ください。";
    private static final String PLACE = "この情報は、ご利用の立場の方には共有されません。ご入用のときは、市町村の窓口にお問い合わせください。";
    private static final String CONSENT =
            "ご本人の有効な包括同意がありません。いまの状態（確認できない、同意しない、撤回、失効）は「同意」で確認できます。市町村、または居宅介護支援事業所等のケアマネジャーが、ご本人から包括同意を得ると閲覧できます。";

    /** Of facilities and clinics (docs/sharing.md); what the card says of it they read. */
    private static final List<String> NO_FILINGS = List.of("居宅サービス計画作成依頼届出" + PLACE);

    /** What stands on a tab that is open, and nowhere else. */
    private static final Map<Tab, String> OPEN = Map.of(
            Tab.CARDS, "介護保険被保険者証",
            Tab.CERTIFICATION, "基本調査　第1群",
            Tab.PROGRESS, "申請日",
            Tab.FILING, "届出年月日",
            Tab.LIFE, "評価の一覧",
            Tab.BENEFITS, "支給限度額",
            Tab.CARE_PLANS, "サービス計画書(");

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final String person = "/office/users/" + Handles.of(insurer, FullRecords.PERSON);

    @BeforeEach
    void a_started_insurer_with_one_person() {
        TestServer.start(insurer);
        records.person();
    }

    @Test
    void in_a_facility_the_care_manager_reads_all_and_takes_consent_the_rest_of_the_staff_neither_reads_nor_takes()
            throws CertificateEncodingException {
        everything("1");
        SampleOffice facility = SampleOffice.facility(insurer).as(Set.of(Job.CARE_MANAGER));
        facility.verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.plusDays(40));
        Page page = signIn(facility);
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("利用者を追加する")))
                .isVisible();
        opens(page, Map.of(Tab.FILING, NO_FILINGS));
        assertThat(main(page, "同意・撤回を記録する")).isVisible();
        assertThat(main(page, "この方の利用を終了する")).isVisible();
        Chromium.press(page.locator("header"), "サインアウト");

        facility.as(Set.of(Job.OTHER));
        page = signIn(facility);
        opens(
                page,
                Map.of(Tab.CERTIFICATION, List.of(SURVEY + "、" + OPINION + "、" + SHEET + JOB), Tab.FILING, NO_FILINGS));
        assertThat(page.locator("main"))
                .containsText("包括同意を記録できるのは、ケアマネジャーの職種で登録された方です。 職種の登録に誤りがあるときは、事業所の管理者に変更をご依頼ください。");
        assertThat(main(page, "同意・撤回を記録する")).hasCount(0);
        chromium.inspect(page, "role-facility-staff-consent");
        page.navigate(person + "/consent/record");
        assertThat(page.locator("main")).containsText("包括同意を記録できるのは、ケアマネジャーの職種で登録された方です");
        assertThat(page.locator("main form")).hasCount(0);
        chromium.inspect(page, "role-facility-staff-consent-refused");
        page.navigate(person + "/certification");
        chromium.inspect(page, "role-facility-staff-certification");
        Chromium.press(page.locator("header"), "サインアウト");
    }

    @Test
    void in_a_group_home_the_care_manager_takes_the_consent_and_then_reads_all() throws CertificateEncodingException {
        everything("0");
        SampleOffice home = SampleOffice.groupHome(insurer);
        home.verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.plusDays(40));
        Page page = signIn(home);
        page.navigate(person + "/certification");
        assertThat(page.locator("main")).containsText("ご本人の有効な包括同意がありません");
        main(page, ScreenText.text("refusal.consent")).first().click();
        main(page, "同意・撤回を記録する").click();
        assertThat(page.locator("main")).containsText("いま有効な包括同意はありません");
        page.getByLabel("文を読み上げました").check();
        page.getByLabel("同意する", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("ご本人", new Page.GetByLabelOptions().setExact(true)).check();
        Chromium.press(page.locator("main"), "記録する");
        assertThat(page.locator("main")).containsText("同意を記録しました");
        assertThat(page.locator("main")).containsText("事業所（口頭）");
        assertThat(page.locator("main")).containsText("介護支援専門員 44000001");
        chromium.inspect(page, "role-group-home-consent");
        opens(page, Map.of());
        Chromium.press(page.locator("header"), "サインアウト");
    }

    @Test
    void in_a_clinic_the_doctors_clerk_reads_what_the_doctor_does_and_the_rest_of_the_staff_no_certification()
            throws CertificateEncodingException {
        everything("0");
        SampleOffice clinic = SampleOffice.clinic(insurer).as(Set.of(Job.MEDICAL_CLERK));
        records.send("M13", row -> FullRecords.asked(row, "20261110", clinic.id));
        Page page = signIn(clinic);
        assertThat(page.locator("table")).containsText("申請日 令和8年11月10日");
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("利用者を追加する")))
                .hasCount(0);
        opens(
                page,
                Map.of(
                        Tab.CERTIFICATION, List.of(SURVEY + "、" + OPINION + CONSENT, SHEET + PLACE),
                        Tab.FILING, NO_FILINGS,
                        Tab.LIFE, List.of("LIFE情報" + CONSENT),
                        Tab.CARE_PLANS, List.of(PLANS + CONSENT)));
        assertThat(page.locator("main")).containsText("この事業所・医療機関では、包括同意を記録できません");
        chromium.inspect(page, "role-clinic-clerk-consent");

        records.send("M08", row -> FullRecords.updated(FullRecords.certified(row, "1"), "2"));
        opens(page, Map.of(Tab.CERTIFICATION, List.of(SHEET + PLACE), Tab.FILING, NO_FILINGS));
        page.navigate(person + "/certification");
        assertThat(page.locator(".who")).containsText("あと 20 日");
        assertThat(main(page, "この方の利用を終了する")).hasCount(0); // nobody was verified here
        chromium.inspect(page, "role-clinic-clerk-certification");
        Chromium.press(page.locator("header"), "サインアウト");

        clinic.as(Set.of(Job.OTHER));
        page = signIn(clinic);
        opens(
                page,
                Map.of(
                        Tab.CERTIFICATION,
                        List.of(SURVEY + "、" + OPINION + JOB, SHEET + PLACE),
                        Tab.FILING,
                        NO_FILINGS));
        Chromium.press(page.locator("header"), "サインアウト");
    }

    /** A record for every tab. */
    private void everything(String consent) {
        List.of("M02", "M06", "M10", "X01", "X02").forEach(id -> records.send(id, row -> row));
        records.send("M08", row -> FullRecords.certified(row, consent));
    }

    private Page signIn(SampleOffice office) throws CertificateEncodingException {
        Page page = OfficeJourneyTest.signedIn(chromium, office, true);
        UserJourneyTest.menu(page, "利用者一覧");
        return page;
    }

    /** Every tab shows what is on it, but for what is refused there with these words; the last one is 同意. */
    private void opens(Page page, Map<Tab, List<String>> refused) {
        page.navigate(person);
        for (Tab tab : Tab.ofOffice()) {
            UserJourneyTest.tab(page, ScreenText.text("tab." + tab));
            List<String> told = refused.getOrDefault(tab, List.of());
            Assertions.assertThat(page.locator(".refusal").allTextContents().stream()
                            .map(text -> text.replaceAll("\\s+(?=\\P{ASCII})", ""))
                            .toList())
                    .as(tab.path())
                    .hasSameSizeAs(told)
                    .allSatisfy(text -> Assertions.assertThat(told)
                            .anySatisfy(
                                    one -> Assertions.assertThat(text).startsWith("表示できない情報：" + one.replace(" ", ""))));
            if (OPEN.containsKey(tab)) {
                boolean open = told.isEmpty() || told.equals(List.of(SHEET + PLACE)) || told.equals(NO_FILINGS);
                Assertions.assertThat(page.locator("main").innerText().contains(OPEN.get(tab)))
                        .as("%s is open", tab.path())
                        .isEqualTo(open);
            }
        }
    }

    private static Locator main(Page page, String text) {
        return page.locator("main").getByText(text);
    }
}

package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ForcedColors;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.screens.ScreenText;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.viewing.Tab;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 利用者一覧 and 利用者詳細, as each kind of office and clinic uses them, from sign-in to sign-out. */
@Tag("browser")
class UserJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    /** How far things moved while the page was laid out, as the browser measures it. */
    private static final String JUMPED = """
            () => new Promise(answer => {
                let moved = 0;
                new PerformanceObserver(list => list.getEntries().forEach(entry => moved += entry.value))
                    .observe({type: 'layout-shift', buffered: true});
                requestAnimationFrame(() => requestAnimationFrame(() => answer(moved)));
            })""";

    private static final Locator.GetByTextOptions EXACT = new Locator.GetByTextOptions().setExact(true);
    private static final Map<String, String> FORMS = Map.of("認定調査票", "survey", "主治医意見書", "opinion", "認定審査会資料", "sheet");

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);

    @BeforeEach
    void a_started_insurer_with_one_person() {
        TestServer.start(insurer);
        records.person();
    }

    @Test
    void a_care_manager_adds_a_person_reads_takes_consent_and_sees_the_survey_appear()
            throws CertificateEncodingException {
        everything("0");
        Page page = OfficeJourneyTest.signedIn(chromium, SampleOffice.near(insurer), true);
        menu(page, "利用者一覧");
        assertThat(page.locator("main")).containsText("利用者はまだいません");
        chromium.inspect(page, "users-empty");

        addAfterTwoMistakes(page);
        takeConsent(page);
        tab(page, "認定情報");
        assertThat(page.locator("#survey")).containsText("認定調査票");
        chromium.inspect(page, "user-certification");
        readTheFormsAndPrint(page);
        for (Tab tab : List.of(Tab.PROGRESS, Tab.FILING, Tab.LIFE, Tab.BENEFITS, Tab.CARE_PLANS)) {
            tab(page, ScreenText.text("tab." + tab));
            assertThat(page.locator(".refusal")).hasCount(0);
            comesAtOnce(page);
            chromium.inspect(page, "user-" + tab.path());
        }
        menu(page, "利用者一覧");
        assertThat(page.locator("table")).containsText("同意あり");
        chromium.inspect(page, "users");
        Chromium.press(page.locator("header"), "サインアウト");
    }

    private void addAfterTwoMistakes(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("利用者を追加する"))
                .click();
        Chromium.press(page.locator("main"), "本人確認をする");
        assertThat(page.locator("#errors")).isFocused();
        assertThat(page.locator("#errors")).containsText("被保険者番号を入力してください");
        chromium.inspect(page, "user-new-wrong");
        card(page, "S9.6.12");
        assertThat(page.locator("#errors")).containsText("入力された内容では、本人確認ができませんでした");
        chromium.inspect(page, "user-new-refused");
        card(page, "S9.6.11");
        assertThat(page.locator(".who")).containsText("昭和9年6月11日（1934/06/11）　92歳");
        assertThat(page.locator("main .notice-done")).containsText("本人確認ができました");
        chromium.inspect(page, "user-cards");
    }

    private static void takeConsent(Page page) {
        tab(page, "認定情報");
        assertThat(page.locator(".refusal")).containsText("ご本人の有効な包括同意がありません");
        chromium.inspect(page, "user-certification-refused");
        tab(page, "同意");
        chromium.inspect(page, "user-consent");
        page.getByText("同意・撤回を記録する").click();
        Chromium.press(page.locator("main"), "記録する");
        assertThat(page.locator("#errors")).containsText("お答えを選んでください");
        chromium.inspect(page, "user-consent-wrong");
        page.getByLabel("文を読み上げました").check();
        page.getByLabel("同意する").check();
        page.getByLabel("ご本人", new Page.GetByLabelOptions().setExact(true)).check();
        Chromium.press(page.locator("main"), "記録する");
        assertThat(page.locator("main .notice-done")).containsText("同意を記録しました");
    }

    /** 帳票形式: on the screen, and the same on paper. */
    private static void readTheFormsAndPrint(Page page) {
        page.locator("main").getByText("帳票形式", EXACT).click();
        for (String form : List.of("認定審査会資料", "主治医意見書", "認定調査票")) {
            page.locator("main nav").getByText(form, EXACT).click();
            assertThat(page.locator(".sheet h2")).hasText(form);
            comesAtOnce(page);
            chromium.inspect(page, "user-form-" + FORMS.get(form));
        }
        List<String> printed = new ArrayList<>();
        // Headers as they came with the answer: to ask for them again would need a page that is still open.
        page.context()
                .onResponse(answer ->
                        printed.add(answer.status() + " " + answer.headers().get("content-type")));
        Page sheet = page.waitForPopup(
                () -> page.locator("main").getByText("帳票形式で印刷する（PDF）").click());
        page.context().waitForCondition(() -> printed.contains("200 application/pdf"));
        sheet.close();
    }

    @Test
    void a_helper_sees_the_cards_but_not_the_survey_and_is_told_why() throws CertificateEncodingException {
        everything("1");
        SampleOffice office = SampleOffice.helpers(insurer);
        Page page = OfficeJourneyTest.signedIn(chromium, office, false);
        menu(page, "利用者一覧");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("利用者を追加する"))
                .click();
        card(page, "昭和9年6月11日");
        assertThat(page.locator("main")).containsText("介護保険被保険者証");
        tab(page, "認定情報");
        assertThat(page.locator(".refusal").first()).containsText("訪問介護・通所介護など、ケアマネジャーを置かないサービスには共有されません");
        assertThat(page.locator("main")).not().containsText("基本調査　第1群");
        tab(page, "同意");
        assertThat(page.locator("main")).containsText("この事業所・医療機関では、包括同意を記録できません");
        assertThat(page.locator("main")).not().containsText("同意・撤回を記録する");
        Chromium.press(page.locator("header"), "サインアウト");
    }

    @Test
    void what_a_helper_may_not_see_or_record_is_told_in_accessible_pages() throws CertificateEncodingException {
        Page page = listOf(SampleOffice.helpers(insurer));
        page.locator("tbody a").click();
        tab(page, "認定情報");
        assertThat(page.locator(".refusal").first()).containsText("訪問介護・通所介護など、ケアマネジャーを置かないサービスには共有されません");
        chromium.inspect(page, "user-certification-helper");
        tab(page, "同意");
        assertThat(page.locator("main")).containsText("この事業所・医療機関では、包括同意を記録できません");
        chromium.inspect(page, "user-consent-helper");
    }

    @Test
    void by_keyboard_alone_one_finds_a_person_and_moves_among_the_tabs() throws CertificateEncodingException {
        Page page = listOf(SampleOffice.near(insurer));
        page.getByLabel("氏名・カナ・被保険者番号").focus();
        page.keyboard().type("かくう");
        page.keyboard().press("Enter");
        assertThat(page.locator("table")).containsText("期限が近い");
        Keyboard.to(page, page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("架空　太郎")));
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("証情報");
        Keyboard.to(page, page.locator(".tabs").getByText("認定情報"));
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("認定情報");
        Assertions.assertThat(page.evaluate("getComputedStyle(document.querySelector('.who')).position"))
                .as("who it is stays in sight")
                .isEqualTo("sticky");
    }

    @Test
    void nothing_is_lost_at_200_percent_or_in_forced_colours() throws CertificateEncodingException {
        Page page = listOf(SampleOffice.near(insurer));
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        picture(page, "users-forced-colours");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("架空　太郎"))
                .click();
        picture(page, "user-cards-forced-colours");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
        page.setViewportSize(640, 400); // 1280 by 800 at 200 %
        picture(page, "user-cards-200-percent");
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    /** 利用者一覧 with somebody of whom there is everything and whose 閲覧有効期限 is near. */
    private Page listOf(SampleOffice office) throws CertificateEncodingException {
        everything("1");
        office.verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.plusDays(5));
        Page page = OfficeJourneyTest.signedIn(chromium, office, true);
        page.navigate("/office/users");
        return page;
    }

    /** One record of everything; the application is certified, and its form alone speaks of consent. */
    private void everything(String consent) {
        everything(records, consent);
    }

    /** All that can be told of the sample person, certified on a form with this 同意の有無. */
    static void everything(FullRecords records, String consent) {
        for (String id : FullRecords.dependents()) {
            if (!List.of("M07", "M09", "M13").contains(id)) {
                records.send(id, row -> id.equals("M08") ? FullRecords.certified(row, consent) : row);
            }
        }
    }

    private void card(Page page, String birth) {
        card(page, insurer, birth);
    }

    /** The items of the sample person's card, and who it is asked for. */
    static void card(Page page, InsurerNumber insurer, String birth) {
        page.getByLabel("保険者番号", new Page.GetByLabelOptions().setExact(false))
                .first()
                .fill(insurer.value());
        page.locator("#cardInsured").fill(FullRecords.PERSON);
        page.getByLabel("生年月日").fill(birth);
        page.getByLabel("男性").check();
        Chromium.press(page.locator("main"), "本人確認をする");
    }

    static void menu(Page page, String name) {
        page.locator(".menu").getByText(name).click();
    }

    static void tab(Page page, String name) {
        page.locator(".tabs").getByText(name, EXACT).click();
        assertThat(page.locator("h1")).containsText(name);
    }

    /** For pages with script. */
    private static void comesAtOnce(Page page) {
        Assertions.assertThat(page.evaluate(JUMPED))
                .as("nothing jumps while the page comes")
                .isEqualTo(0);
        assertThat(page.locator("link[rel=stylesheet]")).hasCount(1);
    }

    private static void picture(Page page, String name) {
        Chromium.picture(page, name);
    }
}

package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kaigo.Await;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.demo.CardReaderPage;
import kaigo.demo.DemoPersons;
import kaigo.insured.CardBridge;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.InsurerNumber;
import kaigo.shared.MyNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** マイナンバーカードで確認する: on 利用者の追加, over real TLS, with the demo's bridge on a port of its own, or with one that fails. */
@Tag("browser")
class CardJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final String READ = "カードを読み取る";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final String number = insurer.value() + "0001";
    private final SampleOffice office = SampleOffice.near(insurer);

    @BeforeEach
    void a_started_insurer_with_one_person_who_has_a_card() {
        TestServer.start(insurer);
        String card = myNumber("01");
        Loads.load(
                insurer, new M01File(insurer, "D").createdAt("20261120060000").add("1", number, card, "架空　太郎"));
        TestServer.bean(DemoPersons.class).add(number, "架空　太郎", card);
    }

    @Test
    void a_card_is_held_to_the_reader_and_its_person_stands_in_the_list() throws CertificateEncodingException {
        Page page = atTheForm();
        chromium.inspect(page, "user-new");
        read(page);
        assertThat(page.locator("#card-state")).containsText("カードを読取り機に置いてください");
        assertThat(page.locator("#card-cancel")).isFocused();
        chromium.inspect(page, "user-new-card-waiting");
        hold(page, number);
        assertThat(page.locator(".who")).containsText("架空　太郎");
        assertThat(page.locator("main [role=status]")).containsText("本人確認ができました");
        chromium.inspect(page, "user-new-card-done");
        page.navigate("/office/users");
        assertThat(page.locator("tbody")).containsText(number);
        Chromium.press(page.locator("header"), "サインアウト");
    }

    @Test
    void by_keyboard_alone_a_reading_is_begun_and_cancelled_and_nothing_typed_is_lost()
            throws CertificateEncodingException {
        Page page = atTheForm();
        page.locator("#cardInsured").fill("9000000001");
        page.getByLabel("男性").check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(READ))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#card-cancel")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#card-cancelled")).hasText("カードの読取りを取り消しました。");
        assertThat(page.locator("#card-form button[type=submit]")).isFocused();
        chromium.inspect(page, "user-new-card-cancelled");
        assertThat(page.locator("#cardInsured")).hasValue("9000000001");
        assertThat(page.getByLabel("男性")).isChecked();
    }

    @Test
    void what_the_reader_says_is_told_in_its_words() throws CertificateEncodingException {
        Page page = atTheForm();
        read(page);
        hold(page, "NO_CARD");
        told(page, "カードを読み取れませんでした", "user-new-card-none");
        read(page);
        hold(page, "APP_AWAY");
        told(page, "資格確認アプリにつながりません", "user-new-card-app-away");
    }

    @Test
    void a_pc_without_a_bridge_and_one_that_answers_oddly() throws CertificateEncodingException {
        Page page = atTheForm();
        bridge(page, Route::abort);
        read(page);
        told(page, "この端末の読取り機につながりません", "user-new-card-no-bridge");
        bridge(page, route -> answer(route, 200, "{}"));
        read(page);
        told(page, "読取り機から、読めない答えが返りました", "user-new-card-odd");
        bridge(page, Route::abort);
        forbidLoopback(page);
        read(page);
        told(page, "ブラウザーが、読取り機への接続を止めています", "user-new-card-forbidden");
    }

    @Test
    void a_challenge_that_is_over_ends_the_wait() throws CertificateEncodingException {
        Page page = atTheForm();
        bridge(page, route -> {});
        page.clock().install();
        page.waitForRequest("**/card/v1/read", () -> read(page));
        page.clock().fastForward("02:01");
        told(page, "読取りの時間が切れました", "user-new-card-over");
    }

    @Test
    void what_the_server_refuses_is_told_in_the_reasons_words() throws CertificateEncodingException {
        TestServer.bean(DemoPersons.class).add(insurer.value() + "9999", "架空　不在", myNumber("99"));
        Page page = atTheForm();
        read(page);
        hold(page, insurer.value() + "9999");
        told(page, "このカードでは、本人確認ができませんでした", "user-new-card-not-linked");
        notStarted();
        read(page);
        hold(page, number);
        told(page, "利用開始日は 令和8年12月1日（2026/12/01） です", "user-new-card-not-started");
        bridge(page, route -> answer(route, 200, "{\"assertion\":\"of.an.unknown-reader\"}"));
        for (int i = 0; i < 5; i++) {
            read(page);
            told(page, "マイナンバーカードの読取りを確かめられませんでした");
        }
        chromium.inspect(page, "user-new-card-not-read");
        read(page);
        told(page, "この事業所の本人確認を一時的に止めています", "user-new-card-too-many");
    }

    @Test
    void a_session_that_is_over_and_a_server_that_is_away() throws CertificateEncodingException {
        Page page = atTheForm();
        page.route("**/office/users/new/challenge", Route::abort);
        read(page);
        told(page, "介護情報基盤につながりません", "user-new-card-no-server");
        page.unroute("**/office/users/new/challenge");
        bridge(page, route -> answer(route, 200, "{\"assertion\":\"x.y.z\"}"));
        List<Route> sent = new ArrayList<>();
        page.route("**/office/users/new/card", sent::add);
        read(page);
        assertThat(page.locator("#card-state")).containsText("確認しています");
        assertThat(page.locator("#card-waiting")).isFocused();
        assertThat(page.locator("#card-cancel")).isHidden();
        chromium.inspect(page, "user-new-card-checking");
        sent.getFirst().abort();
        told(page, "介護情報基盤につながりません");
        page.context().clearCookies();
        read(page);
        told(page, "サインインの有効時間が切れています", "user-new-card-signed-out");
    }

    @Test
    void without_script_the_page_says_that_the_four_items_do() throws CertificateEncodingException {
        Page page = OfficeJourneyTest.signedIn(chromium, office, false);
        page.navigate("/office/users/new");
        assertThat(page.locator("#card-without-script")).containsText("被保険者証の4項目で同じように追加できます");
        assertThat(page.locator("#card-form")).isHidden();
        Chromium.picture(page, "user-new-without-script");
    }

    @Test
    void the_demo_shows_whose_cards_there_are_and_whether_somebody_waits() {
        Page page = chromium.open(true);
        page.navigate("/demo/card-reader");
        page.locator("button[value='" + number + "']").click();
        assertThat(page.locator("main [role=status]")).containsText("いまは、カードを待っている画面がありません");
        chromium.inspect(page, "demo-card-reader");
    }

    /** Which is found out once, when the demo starts: the page is drawn as it would be then. */
    @Test
    void if_another_program_has_the_readers_port_the_demo_says_which_it_is() {
        kaigo.screens.Page frame =
                new kaigo.screens.Page("令和8年11月20日", null, "", "", "/demo/card-reader", null, path -> path);
        StringOutput drawn = new StringOutput();
        TemplateEngine.createPrecompiled(
                        null, ContentType.Html, CardReaderPage.class.getClassLoader(), "kaigo.templates")
                .render(
                        "demo/card-reader.jte",
                        Map.of("page", frame, "it", new CardReaderPage(List.of(), false, null, "28475")),
                        drawn);
        Page page = chromium.open(true);
        page.route(
                "**/demo/card-reader",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html;charset=UTF-8")
                        .setBody(drawn.toString())));
        page.navigate("/demo/card-reader");
        assertThat(page.locator("main .notice-error")).containsText("28475");
        chromium.inspect(page, "demo-card-reader-taken");
    }

    private Page atTheForm() throws CertificateEncodingException {
        Page page = OfficeJourneyTest.signedIn(chromium, office, true);
        page.navigate("/office/users/new");
        return page;
    }

    private static void read(Page page) {
        Chromium.press(page.locator("#card-form"), READ);
    }

    /** On the page of the simulated reader, in a tab of its own, once it waits. */
    private static void hold(Page page, String card) {
        Page reader = page.waitForPopup(() -> page.getByText("模擬の読取り機").click());
        Await.until(
                () -> {
                    reader.getByText("読み込み直す").click();
                    return reader.getByText("いま、カードを待っています").count() == 1;
                },
                Duration.ofSeconds(20));
        reader.locator("button[value='" + card + "']").click();
        assertThat(reader.locator("main [role=status]")).containsText("元の画面に戻ってください");
        reader.close();
    }

    /** Instead of the demo's. */
    private static void bridge(Page page, Consumer<Route> instead) {
        page.unrouteAll();
        page.route(TestServer.bean(CardBridge.class).origin() + "/**", instead);
    }

    private static void answer(Route route, int status, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("application/json")
                .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                .setBody(body));
    }

    /** As somebody who answered the browser's question with no. */
    private static void forbidLoopback(Page page) {
        JsonObject permission = new JsonObject();
        permission.addProperty("name", "loopback-network");
        JsonObject wanted = new JsonObject();
        wanted.add("permission", permission);
        wanted.addProperty("setting", "denied");
        CDPSession browser = page.context().newCDPSession(page);
        JsonObject target = browser.send("Target.getTargetInfo").getAsJsonObject("targetInfo");
        wanted.add("browserContextId", target.get("browserContextId"));
        browser.send("Browser.setPermission", wanted);
    }

    private static void told(Page page, String problem, String picture) {
        told(page, problem);
        chromium.inspect(page, picture);
    }

    private static void told(Page page, String problem) {
        assertThat(page.locator("#card-problem")).containsText(problem);
        assertThat(page.locator("#card-problem")).isFocused();
        assertThat(page.locator("#card-form button[type=submit]")).isVisible();
    }

    private void notStarted() {
        Insurers insurers = TestServer.bean(Insurers.class);
        Insurer known = insurers.find(insurer).orElseThrow();
        insurers.put(known.with(TestServer.TODAY, TestServer.TODAY.plusDays(11)));
    }

    private String myNumber(String last) {
        String eleven = "997" + insurer.value() + last;
        return eleven + MyNumber.checkDigit(eleven);
    }
}

package kaigo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.participants.Insurers;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The system's browser for the journeys of a class: pages at desktop and phone width, checked by axe, kept as pictures. */
final class Chromium implements AfterAllCallback {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;

    /** Half a megabyte: a page gets it once, where the library would send it twice for each look. */
    private static final String AXE = "() => {" + AxeBuilder.getAxeScript() + "}";

    /** All rules that are on by themselves, and WCAG 2.2's own, which axe leaves off unless it is asked for. */
    private static final String VIOLATIONS = """
            () => axe.run(document, {resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})
                .then(found => found.violations.map(rule => rule.id + ' ' + rule.nodes[0].html))""";

    /** Links within the page whose place is not there. */
    private static final String ASTRAY = """
            () => [...document.querySelectorAll('a[href^="#"]')].map(link => link.getAttribute('href'))
                .filter(place => document.getElementById(decodeURIComponent(place.slice(1))) === null)""";

    /** What is cut off in its frame on a phone, where the cells of a row stand one below the other. */
    private static final String CUT = """
            () => innerWidth > 400 ? [] : [...document.querySelectorAll('.table-frame:has(> .rows)')]
                .filter(frame => frame.scrollWidth > frame.clientWidth + 1).map(frame => frame.ariaLabel)""";

    /** A form that is kept first asks the server for it, so its page is still there for a moment after the button was pressed. */
    private static final String LEAVES = "button => { window.isLeft = button.form?.elements.keep !== undefined; }";

    private static final String STAYS = "() => !window.isLeft";

    /** One for all classes of this Java: it takes seconds to come up. It ends with it. */
    private static final Browser BROWSER = launch();

    private final List<BrowserContext> opened = new ArrayList<>();

    private static Browser launch() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--lang=ja",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    Page open(boolean script) {
        return open(new Browser.NewContextOptions().setJavaScriptEnabled(script));
    }

    Page open(Browser.NewContextOptions options) {
        if (options.locale == null) {
            options.setLocale("ja-JP");
        }
        if (options.baseURL == null) {
            options.setBaseURL(TestServer.url());
        }
        BrowserContext context = BROWSER.newContext(options.setViewportSize(DESKTOP, 800));
        opened.add(context);
        return context.newPage();
    }

    /** Signed in as the sample member of staff of this insurer. */
    Page staff(InsurerNumber insurer) {
        return signIn(open(true), insurer);
    }

    static Page signIn(Page page, InsurerNumber insurer) {
        account(insurer);
        page.navigate("/sign-in");
        fill(page, insurer, DemoAccounts.LOGIN);
        PlaywrightAssertions.assertThat(page.locator("h1")).containsText("今日すること");
        return page;
    }

    static void account(InsurerNumber insurer) {
        TestServer.bean(DemoAccounts.class)
                .create(TestServer.bean(Insurers.class).find(insurer).orElseThrow());
    }

    static void fill(Page page, InsurerNumber insurer, String login) {
        page.getByLabel("保険者番号").fill(insurer.value());
        page.getByLabel("ユーザーID").fill(login);
        page.getByLabel("パスワード").fill(DemoAccounts.PASSWORD);
        press(page.locator("main"), "サインイン");
    }

    /** The button with exactly this text. */
    static void press(Locator within, String text) {
        Locator button = within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(text).setExact(true));
        button.evaluate(LEAVES);
        button.click();
    }

    /** No violation at either width, nothing wider than the screen; a picture of each. */
    void inspect(Page page, String name) {
        page.waitForFunction(STAYS);
        for (int width : List.of(PHONE, DESKTOP)) {
            page.setViewportSize(width, 800);
            picture(page, name + "-" + width);
            hasNoViolation(page, name + " at " + width);
            assertThat((List<?>) page.evaluate(CUT)).as("cut off on %s", name).isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s fits into %d", name, width)
                    .isEqualTo(true);
        }
    }

    static void hasNoViolation(Page page, String name) {
        assertThat((List<?>) page.evaluate(ASTRAY))
                .as("leads nowhere on %s", name)
                .isEmpty();
        if (page.evaluate("'axe' in window").equals(false)) {
            page.evaluate(AXE);
        }
        assertThat((List<?>) page.evaluate(VIOLATIONS)).as("axe on %s", name).isEmpty();
    }

    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void afterAll(ExtensionContext journeys) {
        opened.forEach(BrowserContext::close);
        opened.clear();
    }
}

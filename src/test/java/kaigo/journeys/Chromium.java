package kaigo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kaigo.TestServer;

/** The system's browser for journeys: pages at desktop and phone width, checked by axe, kept as pictures. */
final class Chromium implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
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

    Page open(boolean script) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(TestServer.url())
                .setLocale("ja-JP")
                .setJavaScriptEnabled(script)
                .setViewportSize(DESKTOP, 800));
        return context.newPage();
    }

    /** No violation at either width, nothing wider than the screen; a picture of each. */
    void inspect(Page page, String name) {
        for (int width : List.of(PHONE, DESKTOP)) {
            page.setViewportSize(width, 800);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(name + "-" + width + ".png"))
                    .setFullPage(true));
            AxeResults results = new AxeBuilder(page).analyze();
            assertThat(results.getViolations())
                    .as("axe on %s at %d", name, width)
                    .extracting(rule ->
                            rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                    .isEmpty();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s fits into %d", name, width)
                    .isEqualTo(true);
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}

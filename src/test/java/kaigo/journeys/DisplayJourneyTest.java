package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.time.Duration;
import java.util.List;
import kaigo.Await;
import kaigo.Browser;
import kaigo.Handles;
import kaigo.TestServer;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.intake.Receipt;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every page of the municipality enlarged, in forced colours, on paper and under the keyboard alone. */
@Tag("browser")
class DisplayJourneyTest {

    /** What reaches out of the window or is cut off in its box; tables may scroll in their frames where {@code scrolls}. */
    private static final String CUT = """
            scrolls => [...document.querySelectorAll('body *')].filter(e => {
              const box = e.getBoundingClientRect();
              if (box.width <= 1 || box.height <= 1 || e.matches('.skip') || (scrolls && e.closest('.table-frame'))) return false;
              const clipped = getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1;
              return clipped || box.left < -1 || box.right > document.documentElement.clientWidth + 1;
            }).map(e => e.outerHTML.slice(0, 80))""";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();

    @Test
    void at_200_percent_nothing_is_cut_and_nothing_scrolls_sideways() {
        Page page = chromium.staff(insurer);
        for (String address : addresses()) {
            page.navigate(address);
            page.setViewportSize(640, 400); // what 200 % leaves of 1280 × 800
            assertThat((List<?>) page.evaluate(CUT, false))
                    .as("200 %% %s", address)
                    .isEmpty();
            page.setViewportSize(1024, 768);
            assertThat((List<?>) page.evaluate(CUT, false))
                    .as("1024 %s", address)
                    .isEmpty();
            page.evaluate("document.documentElement.style.fontSize = '200%'");
            assertThat((List<?>) page.evaluate(CUT, true))
                    .as("large letters %s", address)
                    .isEmpty();
        }
    }

    @Test
    void forced_colours_keep_the_banner_the_buttons_and_the_current_place_apart() {
        Page page = chromium.staff(insurer);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        for (String address : addresses()) {
            page.navigate(address);
            assertThat(width(page, ".demo-banner")).as(address).isPositive();
            assertThat((Boolean) page.evaluate("""
                    [...document.querySelectorAll('.button, .state')].every(
                      e => parseFloat(getComputedStyle(e).borderTopWidth) > 0)""")).as(address).isTrue();
            assertThat(colour(page, ".menu a[aria-current]"))
                    .as(address)
                    .isNotEqualTo(colour(page, ".menu a:not([aria-current])"));
            Chromium.hasNoViolation(page, "forced colours " + address);
        }
    }

    @Test
    void paper_bears_the_banner_on_every_sheet_and_nothing_to_click() {
        Page page = chromium.staff(insurer);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String address : addresses()) {
            page.navigate(address);
            assertThat(page.locator(".demo-banner")).containsText("架空の今日は令和8年11月20日です");
            assertThat(page.locator(".demo-banner")).isVisible();
            assertThat(page.locator(".site")).hasCSS("display", "table-header-group");
            assertThat(page.locator(".site")).hasCSS("break-inside", "avoid"); // else Chromium shows it once only
            assertThat(page.locator(".menu:visible, .button:visible, .skip:visible, input:visible"))
                    .hasCount(0);
        }
    }

    @Test
    void the_keyboard_alone_settles_a_case_and_always_shows_where_it_is() {
        Receipt receipt = load();
        Page page = chromium.staff(insurer);
        page.navigate("/files/" + receipt);
        tabTo(page, "#cases-E5002");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("連携できない方");
        tabTo(page, "a[href='/cases/" + Handles.of(insurer, "9000000001") + "']");
        page.keyboard().press("Enter");
        tabTo(page, "button[value=NOT_FOUND]");
        page.keyboard().press("Enter");
        tabTo(page, "button[value=OBTAINED]");
        page.keyboard().press("Space");
        assertThat(page.locator(".step")).containsText("「更新」で送り直してください");
        tabTo(page, ".step a[href='/upload']");
    }

    private static void tabTo(Page page, String target) {
        assertThat(page.locator(target).first()).isVisible();
        for (int i = 0; i < 60 && !isFocused(page, target); i++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .as("focus is seen")
                    .isEqualTo("solid");
        }
        assertThat(isFocused(page, target)).as(target).isTrue();
    }

    private static boolean isFocused(Page page, String target) {
        return (Boolean) page.evaluate("target => document.activeElement.matches(target)", target);
    }

    private static double width(Page page, String selector) {
        return ((Number) page.evaluate(
                        "s => parseFloat(getComputedStyle(document.querySelector(s)).borderTopWidth)", selector))
                .doubleValue();
    }

    private static Object colour(Page page, String selector) {
        return page.evaluate("s => getComputedStyle(document.querySelector(s)).borderBottomColor", selector);
    }

    private List<String> addresses() {
        return List.of(
                "/",
                "/day",
                "/upload",
                "/files",
                "/files/" + load(),
                "/cases",
                "/consents/ended",
                "/account",
                "/cases/" + Handles.of(insurer, "9000000001"));
    }

    private Receipt load() {
        Receipt receipt = Loads.send(
                insurer,
                new M01File(insurer, "D").add("1", "9000000001", "", "架空　太郎").add("2", "9000000002", "", "見本　花子"));
        Browser staff = Browser.of(insurer);
        Await.until(() -> !staff.get("/files/" + receipt).body().contains("hx-trigger"), Duration.ofSeconds(30));
        return receipt;
    }
}

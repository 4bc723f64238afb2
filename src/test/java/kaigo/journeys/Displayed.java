package kaigo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import java.util.List;

/** A page at 200 %, on a small screen, in large letters and in forced colours, by one load of it. */
final class Displayed {

    /** What reaches out of the window or is cut off in its box; tables may scroll in their frames where {@code scrolls}, 第6表 and 第7表 always. */
    private static final String CUT = """
            scrolls => [...document.querySelectorAll('body *')].filter(e => {
              const box = e.getBoundingClientRect();
              if (box.width <= 1 || box.height <= 1 || e.matches('.skip') || e.closest(scrolls ? '.table-frame' : '.table-frame:has(.days, .costs)')) return false;
              const clipped = getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1;
              return clipped || box.left < -1 || box.right > document.documentElement.clientWidth + 1;
            }).map(e => e.outerHTML.slice(0, 80))""";

    /** Of what only its colour would tell: buttons without an edge, and the current place if it looks like the others. */
    private static final String FLAT = """
            () => {
              const edge = (e, side) => getComputedStyle(e)['border' + side + 'Width'];
              const below = e => getComputedStyle(e).borderBottomColor;
              const banner = document.querySelector('.demo-banner');
              return [...document.querySelectorAll('.button, .state')].filter(e => parseFloat(edge(e, 'Top')) <= 0)
                .concat(parseFloat(edge(banner, 'Top')) > 0 ? [] : [banner])
                .concat([...document.querySelectorAll(':is(.menu, .tabs) a[aria-current]')].filter(e =>
                  [...e.closest('ul').querySelectorAll('a:not([aria-current])')].some(other => below(other) === below(e))))
                .map(e => e.outerHTML.slice(0, 80));
            }""";

    private Displayed() {}

    /** Nothing is cut, nothing scrolls sideways, and nothing is told by its colour alone. */
    static void holds(Page page, String address) {
        page.navigate(address);
        page.setViewportSize(640, 400); // what 200 % leaves of 1280 × 800
        none(page, CUT, false, "200 % " + address);
        page.setViewportSize(1024, 768);
        none(page, CUT, false, "1024 " + address);
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        none(page, CUT, true, "large letters " + address);
        page.evaluate("document.documentElement.style.fontSize = ''");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        none(page, FLAT, null, "forced colours " + address);
        Chromium.hasNoViolation(page, "forced colours " + address);
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
    }

    private static void none(Page page, String found, Object argument, String where) {
        assertThat((List<?>) page.evaluate(found, argument)).as(where).isEmpty();
    }
}

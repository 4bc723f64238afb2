package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;

/** Somebody who uses the Tab key and no mouse, and always has to see where he is. */
final class Keyboard {

    private static final int PATIENCE = 80;

    private Keyboard() {}

    static void to(Page page, String target) {
        to(page, page.locator(target));
    }

    /** Tabs on until the first of these has the focus. */
    static void to(Page page, Locator wanted) {
        assertThat(wanted.first()).isVisible();
        for (int i = 0; i < PATIENCE && !hasFocus(wanted); i++) {
            page.keyboard().press("Tab");
            Assertions.assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                    .as("focus is seen")
                    .isEqualTo("solid");
        }
        Assertions.assertThat(hasFocus(wanted)).as("%s is reached", wanted).isTrue();
    }

    /** The same, and presses this key there. */
    static void press(Page page, Locator wanted, String key) {
        to(page, wanted);
        page.keyboard().press(key);
    }

    private static boolean hasFocus(Locator wanted) {
        return Boolean.TRUE.equals(wanted.first().evaluate("e => e === document.activeElement"));
    }
}

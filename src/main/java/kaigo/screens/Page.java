package kaigo.screens;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * 画面の枠: what the shared layout needs beside the page's own content.
 *
 * @param demoDay the demo's day as shown in the 架空 banner, or null outside the demo
 * @param staff who is signed in, or null
 * @param csrfToken value of the hidden field {@code _csrf} of every form
 * @param requestId the id that the audit entry of this answer carries
 * @param path path of the request
 * @param assets from the path of a static file to its address with the hash of its content
 */
public record Page(
        @Nullable String demoDay,
        @Nullable Staff staff,
        String csrfToken,
        String requestId,
        String path,
        UnaryOperator<String> assets) {

    public static final String CSRF_FIELD = "_csrf";
    public static final String CSRF_HEADER = "X-CSRF-TOKEN";

    public String asset(String staticPath) {
        return assets.apply(staticPath);
    }

    public boolean isDemo() {
        return demoDay != null;
    }

    /** Marks the entry of the menu that this page belongs to. */
    public @Nullable String current(String section) {
        boolean here = section.equals("/") ? path.equals("/") : path.equals(section) || path.startsWith(section + "/");
        return here ? "page" : null;
    }
}

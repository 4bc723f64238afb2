package kaigo.screens;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import kaigo.shared.AccountRole;
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

    /** メニューの項目: a page, and whose it is. */
    public record Entry(String name, String path, Set<AccountRole> roles) {
        Entry(String name, String path, AccountRole... roles) {
            this(name, path, Set.of(roles));
        }
    }

    private static final List<Entry> ENTRIES = List.of(
            new Entry("start", "/", AccountRole.STAFF, AccountRole.VENDOR),
            new Entry("day", "/day", AccountRole.STAFF, AccountRole.VENDOR),
            new Entry("upload", "/upload", AccountRole.STAFF, AccountRole.VENDOR),
            new Entry("files", "/files", AccountRole.STAFF, AccountRole.VENDOR),
            new Entry("cases", "/cases", AccountRole.STAFF),
            new Entry("records", "/records", AccountRole.STAFF),
            new Entry("reconciliation", "/reconciliation", AccountRole.STAFF, AccountRole.VENDOR),
            new Entry("setup", "/setup", AccountRole.STAFF, AccountRole.VENDOR),
            new Entry("claims", "/claims", AccountRole.FEDERATION),
            new Entry("operator", "/operator", AccountRole.OPERATOR),
            new Entry("interfaces", "/interfaces", AccountRole.values()));

    public static final String CSRF_FIELD = "_csrf";
    public static final String CSRF_HEADER = "X-CSRF-TOKEN";

    public String asset(String staticPath) {
        return assets.apply(staticPath);
    }

    /** What stands in the menu of whoever is signed in. */
    public List<Entry> menu() {
        return staff == null
                ? List.of()
                : ENTRIES.stream()
                        .filter(entry -> entry.roles().contains(staff.role()))
                        .toList();
    }

    /** Whether whoever is signed in has the page in the menu. */
    public boolean canOpen(String section) {
        return menu().stream().anyMatch(entry -> entry.path().equals(section));
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

package kaigo.screens;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kaigo.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/**
 * 画面の枠: what the shared layout needs beside the page's own content.
 *
 * @param demoDay the demo's day as shown in the 架空 banner, or null outside the demo
 * @param user who is signed in, or null
 * @param csrfToken value of the hidden field {@code _csrf} of every form
 * @param requestId the id that the audit entry of this answer carries
 * @param path path of the request
 * @param idle when the page is to go and where to, as the header Refresh says it; null for nobody
 * @param assets from the path of a static file to its address with the hash of its content
 */
public record Page(
        @Nullable String demoDay,
        @Nullable SignedIn user,
        String csrfToken,
        String requestId,
        String path,
        @Nullable String idle,
        UnaryOperator<String> assets) {

    /**
     * メニューの項目: a page, and whose it is.
     *
     * @param ofClinics of an institution's only those of clinics
     */
    public record Entry(String name, String path, Set<Part> parts, boolean ofClinics) {
        Entry(String name, String path, Part... parts) {
            this(name, path, Set.of(parts), false);
        }

        boolean isFor(SignedIn user) {
            boolean fits = !ofClinics
                    || user instanceof InstitutionUser one && one.institution().kind() == InstitutionId.Kind.CLINIC;
            return fits && parts.contains(user.part());
        }
    }

    private static final List<Entry> ENTRIES = List.of(
            new Entry("start", "/", Part.STAFF, Part.VENDOR),
            new Entry("day", "/day", Part.STAFF, Part.VENDOR),
            new Entry("upload", "/upload", Part.STAFF, Part.VENDOR),
            new Entry("files", "/files", Part.STAFF, Part.VENDOR),
            new Entry("cases", "/cases", Part.STAFF),
            new Entry("outbox", "/outbox", Part.STAFF),
            new Entry("opinionRequests", "/opinion-requests", Part.STAFF),
            new Entry("material", "/committee-material", Part.STAFF),
            new Entry("insured", "/insured", Part.STAFF),
            new Entry("records", "/records", Part.STAFF),
            new Entry("coverage", "/consents/coverage", Part.STAFF),
            new Entry("endedConsents", "/consents/ended", Part.STAFF),
            new Entry("accessLog", "/access-log", Part.STAFF),
            new Entry("reconciliation", "/reconciliation", Part.STAFF, Part.VENDOR),
            new Entry("setup", "/setup", Part.STAFF, Part.VENDOR),
            new Entry("claims", "/claims", Part.FEDERATION),
            new Entry("operatorStart", "/operator", Part.OPERATOR),
            new Entry("health", "/operator/health", Part.OPERATOR),
            new Entry("operator", "/operator/insurers", Part.OPERATOR),
            new Entry("institutions", "/operator/institutions", Part.OPERATOR),
            new Entry("certificates", "/operator/certificates", Part.OPERATOR),
            new Entry("careManagers", "/operator/care-managers", Part.OPERATOR),
            new Entry("explain", "/operator/explain", Part.OPERATOR),
            new Entry("audit", "/operator/audit", Part.OPERATOR),
            new Entry("operatorLog", "/operator/log", Part.OPERATOR),
            new Entry("committee", "/committee", Part.MEMBER),
            new Entry("office", "/office", Part.INSTITUTION, Part.ADMINISTRATOR),
            new Entry("users", "/office/users", Part.INSTITUTION, Part.ADMINISTRATOR),
            new Entry("opinions", "/office/opinions", Set.of(Part.INSTITUTION, Part.ADMINISTRATOR), true),
            new Entry("staff", "/office/staff", Part.ADMINISTRATOR),
            new Entry("officeLog", "/office/log", Part.ADMINISTRATOR),
            new Entry("firstAdministrator", "/office/first-administrator", Part.OFFICE_USER),
            new Entry("account", "/office/account", Part.INSTITUTION, Part.ADMINISTRATOR, Part.OFFICE_USER),
            new Entry("check", "/office/check", Part.INSTITUTION, Part.ADMINISTRATOR, Part.OFFICE_USER),
            new Entry("my", "/my", Part.INSURED),
            new Entry("ownAccount", "/account", Part.STAFF, Part.VENDOR, Part.FEDERATION, Part.OPERATOR, Part.MEMBER),
            new Entry("interfaces", "/interfaces", Part.STAFF, Part.VENDOR, Part.FEDERATION, Part.OPERATOR));

    public static final String CSRF_FIELD = "_csrf";

    /** Of a form that is kept if it comes too late: the title of its page. */
    public static final String KEEP_FIELD = "keep";

    /** Of a form that was kept, and comes again. */
    public static final String KEPT_FIELD = "kept";

    public static final String CSRF_HEADER = "X-CSRF-TOKEN";

    public String asset(String staticPath) {
        return assets.apply(staticPath);
    }

    /** What stands in the menu of whoever is signed in. */
    public List<Entry> menu() {
        return user == null
                ? List.of()
                : ENTRIES.stream().filter(entry -> entry.isFor(user)).toList();
    }

    /** Whether whoever is signed in has the page in the menu. */
    public boolean canOpen(String section) {
        return menu().stream().anyMatch(entry -> entry.path().equals(section));
    }

    /** Where whoever asked for this page begins. */
    public String home() {
        return Stream.of("/office", "/my").filter(this::isBelow).findFirst().orElse("/");
    }

    public boolean isDemo() {
        return demoDay != null;
    }

    /** Marks the entry of the menu that this page belongs to. */
    public @Nullable String current(String section) {
        boolean nearer =
                menu().stream().map(Entry::path).anyMatch(other -> other.length() > section.length() && isBelow(other));
        return isBelow(section) && !nearer ? "page" : null;
    }

    private boolean isBelow(String section) {
        return section.equals("/") ? path.equals("/") : path.equals(section) || path.startsWith(section + "/");
    }
}

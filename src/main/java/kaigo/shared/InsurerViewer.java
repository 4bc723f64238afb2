package kaigo.shared;

/**
 * 保険者の閲覧者: who looks or acts on behalf of an insurer.
 *
 * @param insurer 保険者番号 of the viewer's own insurer
 * @param role what kind of viewer this is; what it may do, the gate decides
 * @param actor as the audit stream names it: {@code staff:442012/tanaka} or {@code system:442012/fingerprint}
 * @param requestId id of the request that this look belongs to; the client receives it too
 */
public record InsurerViewer(InsurerNumber insurer, Role role, String actor, String requestId) {

    public enum Role {
        /** 保険者の職員. */
        STAFF,
        /** 保険者のシステム (方式①). */
        SYSTEM,
        /** 受託ベンダ: loads and looks after files, sees no person's page, ends by date (rulings 35). */
        VENDOR,
        /** 国保連合会: sends the claims feed for the insurers of its prefecture, reads what became of them, and has no other right (rulings 29). */
        FEDERATION
    }

    public static InsurerViewer staff(InsurerNumber insurer, String login, String requestId) {
        return of(insurer, Role.STAFF, login, requestId);
    }

    public static InsurerViewer vendor(InsurerNumber insurer, String login, String requestId) {
        return of(insurer, Role.VENDOR, login, requestId);
    }

    public static InsurerViewer system(InsurerNumber insurer, String fingerprint, String requestId) {
        return of(insurer, Role.SYSTEM, fingerprint, requestId);
    }

    private static InsurerViewer of(InsurerNumber insurer, Role role, String who, String requestId) {
        String kind = role.name().toLowerCase(java.util.Locale.ROOT);
        return new InsurerViewer(insurer, role, kind + ":" + insurer.value() + "/" + who, requestId);
    }
}

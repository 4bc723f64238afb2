package kaigo.shared;

/**
 * 保険者の閲覧者: who looks or acts on behalf of an insurer.
 *
 * @param insurer 保険者番号 of the viewer's own insurer
 * @param actor as the audit stream names it: {@code staff:442012/tanaka} or {@code system:442012/fingerprint}
 * @param requestId id of the request that this look belongs to; the client receives it too
 */
public record InsurerViewer(InsurerNumber insurer, String actor, String requestId) {

    public static InsurerViewer staff(InsurerNumber insurer, String login, String requestId) {
        return new InsurerViewer(insurer, "staff:" + insurer.value() + "/" + login, requestId);
    }

    public static InsurerViewer system(InsurerNumber insurer, String fingerprint, String requestId) {
        return new InsurerViewer(insurer, "system:" + insurer.value() + "/" + fingerprint, requestId);
    }
}

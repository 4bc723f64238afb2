package kaigo.shared;

/**
 * 認定審査会の委員: who looks at the papers of the meetings to which the insurer has invited.
 *
 * @param insurer 保険者番号 of the host
 * @param login of the account
 * @param requestId id of the request that this look belongs to; the client receives it too
 */
public record MemberViewer(InsurerNumber insurer, String login, String requestId) {

    /** As the audit stream names it. */
    public String actor() {
        return "member:" + insurer.value() + "/" + login;
    }
}

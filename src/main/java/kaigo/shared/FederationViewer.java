package kaigo.shared;

/**
 * 国保連合会の送信者: sends the claims feed for the insurers of one prefecture (rulings 29; proposed, ours).
 *
 * @param number prefecture code and 0000
 */
public record FederationViewer(String number, String login, String requestId) {

    /** Of the prefecture in which the insurer lies. */
    public static FederationViewer of(InsurerNumber insurer, String login, String requestId) {
        return new FederationViewer(insurer.value().substring(0, 2) + "0000", login, requestId);
    }

    /** 都道府県コード, two digits. */
    public String prefectureCode() {
        return number.substring(0, 2);
    }

    public boolean isOfPrefecture(InsurerNumber insurer) {
        return insurer.value().startsWith(prefectureCode());
    }

    /** What it does for one of them. Whether that insurer is of its prefecture must have been asked before. */
    public InsurerViewer on(InsurerNumber insurer) {
        return new InsurerViewer(insurer, InsurerViewer.Role.FEDERATION, actor(), requestId);
    }

    /** @param actor who sent something, somebody of this very 国保連合会 or anybody else */
    public boolean hasSent(String actor) {
        return actor.startsWith(senders());
    }

    /** How the actors of this very 国保連合会 begin. */
    public String senders() {
        return "federation:" + number + "/";
    }

    public String actor() {
        return senders() + login;
    }
}

package kaigo.shared;

/**
 * 運用者: looks after the platform, sees no person's record.
 *
 * @param login empty: a command of the operator's
 */
public record OperatorViewer(String login, String requestId) {

    public String actor() {
        return login.isEmpty() ? "operator" : "operator:" + login;
    }
}

package kaigo.shared;

/** 運用者: looks after the platform, sees no person's record. */
public record OperatorViewer(String login, String requestId) {

    public String actor() {
        return "operator:" + login;
    }
}

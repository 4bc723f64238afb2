package kaigo.access;

/** 取り戻された資料: whoever was invited is told so, and why; on record like any look that found nothing. */
public final class MeetingRecalled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    MeetingRecalled(String reason) {
        super("the papers were called back");
        this.reason = reason;
    }

    /** For the members, in the host's words. */
    public String reason() {
        return reason;
    }
}

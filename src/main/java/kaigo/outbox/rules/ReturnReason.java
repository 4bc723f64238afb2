package kaigo.outbox.rules;

/** 差戻しの理由 (proposed, ours). Texts: {@code outbox.reason.NAME}. */
public enum ReturnReason {
    /** Nobody of that number, or somebody else. */
    UNKNOWN_PERSON,
    /** No request, or no application, that it belongs to. */
    NOT_ASKED,
    /** Of another kind than the person's certification allows. */
    WRONG_KIND,
    /** Something is missing or cannot be right. */
    INCOMPLETE,
    /** Told in words. */
    OTHER;

    /** Whether it says nothing without words. */
    public boolean needsRemark() {
        return this == INCOMPLETE || this == OTHER;
    }
}

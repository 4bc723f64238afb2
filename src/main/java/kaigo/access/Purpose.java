package kaigo.access;

/** 目的: why an insurer's own records are looked at or changed; stands in the audit entry. */
public enum Purpose {
    START,
    SEND_FILE,
    READ_RESULTS,
    LIST_LINK_CASES,
    READ_LINK_CASE,
    SETTLE_LINK_CASE,
    ASK_RECONCILIATION,
    READ_RECONCILIATION
}

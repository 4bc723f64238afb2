package kaigo.audit;

/**
 * 監査記録の種類: everything that can stand in the audit stream. {@code docs/audit-events.md} describes each one; a test
 * holds the two against each other.
 */
public enum AuditEvent {
    /** Somebody of an insurer signed in, or failed to. */
    SIGNED_IN,
    SIGN_IN_REFUSED,
    /** The password of somebody who signs in by screen was right; a one-time code was sent. */
    CODE_SENT,
    SIGNED_OUT,
    /** An institution's software took new tokens for old. */
    TOKEN_REFRESHED,
    /** A request ended before the gate; the detail holds why, and which route. */
    REQUEST_REFUSED,
    /** Somebody made a passkey for itself, or took one away. */
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    /** An institution's administrator (or its 事業所ユーザ) was to change an account; the detail holds which, and what. */
    STAFF_CHANGED,
    /** Somebody was to choose a password of his own. */
    PASSWORD_CHANGED,
    /** Somebody tried an institution's way in, step by step; the detail holds where it ended. */
    WAY_IN_CHECKED,
    /** Records of the insurer's own insured left the house; subjects are the 被保険者番号 that left. */
    INSURER_LOOKED,
    /** Somebody of an insurer changed something: sent a file, closed a case. */
    INSURER_ACTED,
    /** An institution asked for a person's file; the detail holds each decision. Subject is the person, if anything left. */
    FILE_LOOKED,
    /** An office looked at its 利用者一覧; the detail holds whose columns left, as 保険者番号/被保険者番号. */
    LIST_LOOKED,
    /** 本人確認 was tried; the detail holds the answer. Subject is the person, if verified. */
    PERSON_CHECKED,
    /** An office tried to end its own access to a person. */
    VIEWING_ENDED,
    /** An office was to write down what a person said about its consent; the detail holds act and answer. */
    CONSENT_HEARD,
    /** An office was to file something for a person with its municipality, or to end it; the detail holds act and answer. */
    FILING_MADE,
    /** An institution looked at the opinions that it writes; the detail holds whose, as 保険者番号/被保険者番号. */
    LETTERS_LOOKED,
    /** An institution was to begin, save, confirm or send an opinion; the detail holds act and answer. */
    LETTER_WRITTEN,
    /** A 委員 looked at his meetings or at papers of one; the detail holds whose cases, as 保険者番号/被保険者番号. */
    MATERIAL_LOOKED,
    /** A 委員 saved something of his own about a case; the detail holds whose case, and not what. */
    MATERIAL_WRITTEN,
    /** An institution's administrator, an operator or one of the insured read its log; the detail says which part. */
    LOG_LOOKED,
    /** An operator was told how a decision came about; the detail holds whose and on which kinds. Subject is the person, if there is one. */
    DECISION_EXPLAINED,
    /** A named job ran; the detail holds its count. Its data never reach an answer. */
    JOB_RAN,
    /** The set-up of accounts, certificates or keys was changed from the command line. */
    OPERATOR_ACTED
}

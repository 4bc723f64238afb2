package kaigo.consent.rules;

/** 台帳の一行の扱い on one day: whether it is the act that holds, or why it is not. Texts: {@code verdict.NAME} in messages_ja.properties. */
public enum Verdict {
    /** The act that decides the state. */
    HOLDS,
    /** A later act, or a weightier one of the same day, holds instead. */
    OUTWEIGHED,
    /** Said after the day in question. */
    LATER,
    /** Said to begin after the day in question (同意有効期間の開始). */
    NOT_BEGUN,
    /** On a form of before 2026-04-01, or of a day before it: not about the 包括同意. */
    OLD_FORM,
    /** Of an application that has not come: nobody knows which form it was. */
    FORM_UNKNOWN,
    /** A 同意あり of before 2026-04-01. */
    TOO_EARLY
}

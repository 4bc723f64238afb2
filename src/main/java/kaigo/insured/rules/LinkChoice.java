package kaigo.insured.rules;

/** 手順の答え: what staff found out. RECORDED stands for a lasting state that was written down at an end. */
public enum LinkChoice {
    CORRECT,
    WRONG,
    EXEMPT,
    NOT_EXEMPT,
    CHECKABLE,
    NOT_CHECKABLE,
    INSURED,
    NOT_INSURED,
    JOINED,
    FOUND,
    NOT_FOUND,
    OBTAINED,
    THIS_WRONG,
    OTHER_WRONG,
    KEEP_THIS,
    KEEP_OTHER,
    OWN_WRONG,
    OWN_RIGHT,
    CORRECTED,
    RECORDED
}

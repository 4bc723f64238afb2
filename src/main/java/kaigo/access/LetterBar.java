package kaigo.access;

/** 書けない理由: what keeps somebody from writing an opinion, in the order in which it is asked (rulings 36, 38, 39). */
public enum LetterBar {
    /** Account, certificate or institution. */
    NOT_IN_ORDER,
    /** An office that is neither 介護老人保健施設 nor 介護医療院. */
    NOT_AN_ISSUER,
    JOB_NOT_ALLOWED,
    /** A 医師事務作業補助者 drafts; a 医師 confirms and sends. */
    DOCTOR_NEEDED,
    /** Also: no such insurer. */
    MUNICIPALITY_NOT_STARTED
}

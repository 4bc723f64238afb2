package kaigo.opinion;

import kaigo.access.LetterBar;
import kaigo.shared.Messages;

/** 意見書の答え: whether something was done, or why not. Texts of the refusals: {@code letter.NAME} in messages_ja.properties. */
public enum LetterAnswer {
    DONE,
    NOT_IN_ORDER,
    NOT_AN_ISSUER,
    JOB_NOT_ALLOWED,
    DOCTOR_NEEDED,
    MUNICIPALITY_NOT_STARTED,
    /** The municipality does not take opinions by this way yet. */
    NOT_TAKEN,
    /** Of 請求書. */
    CLAIM_NOT_TAKEN,
    /** It was sent before, from the same page. */
    ALREADY,
    /** 紙で受領: the municipality has it on paper. */
    ON_PAPER,
    /** Nobody of this institution has begun it. */
    ABSENT,
    /** Somebody else has saved in between. */
    CHANGED,
    /** Not in its state. */
    NOT_NOW,
    /** Something is missing or cannot be right. */
    INCOMPLETE;

    static LetterAnswer of(LetterBar bar) {
        return valueOf(bar.name());
    }

    public String sentence() {
        return Messages.of("letter." + name());
    }

    public String nextStep() {
        return Messages.of("letter." + name() + ".next");
    }
}

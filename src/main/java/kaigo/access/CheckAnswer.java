package kaigo.access;

import kaigo.shared.Messages;

/** 本人確認の答え. Texts: {@code check.NAME} in messages_ja.properties. Which item failed is never told (rulings 16). */
public enum CheckAnswer {
    VERIFIED,
    /** Account, certificate or office. */
    NOT_IN_ORDER,
    /** A clinic looks because it was asked for an opinion, not by 本人確認. */
    NOT_FOR_CLINICS,
    MUNICIPALITY_NOT_STARTED,
    TOO_MANY_TRIES,
    /** Also: no such person, or no longer insured there. */
    NOT_AGREED;

    public String sentence() {
        return Messages.of("check." + name());
    }

    public String nextStep() {
        return Messages.of("check." + name() + ".next");
    }
}

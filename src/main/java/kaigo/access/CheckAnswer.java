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
    NOT_AGREED,
    /** No オンライン資格確認 is named here. */
    CARD_NOT_OFFERED,
    /** The reader's assertion is not one that counts: which part of it is not told. */
    CARD_NOT_READ,
    /** The オンライン資格確認 does not answer. */
    CARD_LOOKUP_AWAY,
    /** Nobody is known here by this card: not linked to a PMHキー, or not there at all. */
    CARD_NOT_LINKED;

    /** Whether it counts among the wrong tries of an office. */
    public boolean isFailure() {
        return this == NOT_AGREED || this == CARD_NOT_READ;
    }

    public String sentence() {
        return Messages.of("check." + name());
    }

    public String nextStep() {
        return Messages.of("check." + name() + ".next");
    }
}

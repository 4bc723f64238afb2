package kaigo.access.rules;

import kaigo.shared.Messages;

/**
 * 閲覧できない理由, in the order in which they are asked for (rulings 15): of several the first is told. Texts:
 * {@code reason.NAME} in messages_ja.properties.
 */
public enum Reason {
    /** アカウント、証明書、事業所. */
    AUTH,
    FEATURE_NOT_YET,
    MUNICIPALITY_NOT_STARTED,
    NOT_SHARED_WITH_VIEWER,
    /** ※4: お手元の控えをご覧ください. */
    HELD_ON_PAPER,
    OTHER_MUNICIPALITY,
    NOT_SELF,
    NOT_VERIFIED,
    VIEWING_EXPIRED,
    NO_OPINION_REQUEST,
    WINDOW_CLOSED,
    /** Of a committee member: not this meeting's, or it is over. */
    NO_MEETING,
    JOB_NOT_ALLOWED,
    NOT_YET_CERTIFIED,
    CONSENT_MISSING;

    /** For the person who was refused. Tells nothing of whether there is anything to see. */
    public String sentence() {
        return Messages.of("reason." + name());
    }

    /** What that person can do. */
    public String nextStep() {
        return Messages.of("reason." + name() + ".next");
    }
}

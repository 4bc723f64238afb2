package kaigo.checkup.rules;

import java.util.Optional;

/**
 * 事実: what is known of somebody's way in. Whoever collects them leaves out what the person before the screen may not know
 * yet (docs/decisions/0022).
 *
 * @param place none as long as nobody knows of which institution one speaks
 * @param jobs whether a 職種 is set; none if that may not be known
 * @param towns none if that may not be known
 */
public record Facts(
        Certificate certificate,
        Optional<Place> place,
        Account account,
        Mail mail,
        Second second,
        Optional<Boolean> jobs,
        Optional<Towns> towns) {

    public enum Certificate {
        OPEN,
        MISSING,
        OTHER_ISSUER,
        UNKNOWN,
        REVOKED,
        EXPIRED,
        OF_NO_INSTITUTION,
        OF_ANOTHER,
        GOOD
    }

    /** The institution as the platform knows it. @param services whether a service is designated today, if one is needed */
    public record Place(boolean known, boolean active, boolean services) {}

    public enum Account {
        OPEN,
        /** Name or password is wrong, or the account is locked: which, is not told. */
        REFUSED,
        ABSENT,
        LOCKED,
        STOPPED,
        INITIAL_OVER,
        INITIAL,
        GOOD
    }

    public enum Mail {
        OPEN,
        NO_ADDRESS,
        /** There is an address; whether a mail gets there was not tried. */
        ADDRESS,
        NOT_SENT,
        SENT
    }

    public enum Second {
        OPEN,
        WRONG,
        PASSED
    }

    /** Municipalities of the own users. */
    public record Towns(int all, int started) {}

    /** Nothing is known yet. */
    public static Facts none() {
        return new Facts(
                Certificate.OPEN,
                Optional.empty(),
                Account.OPEN,
                Mail.OPEN,
                Second.OPEN,
                Optional.empty(),
                Optional.empty());
    }
}

package kaigo.access;

import kaigo.shared.Messages;

/**
 * 同意の記録の答え: whether somebody may take a person's consent in place of the municipality, in the order in which it is
 * asked (rulings 15, 22, 26). Texts of the refusals: {@code consent.NAME} in messages_ja.properties.
 */
public enum ConsentAnswer {
    RECORDED,
    /** Account, certificate or office. */
    NOT_IN_ORDER,
    MUNICIPALITY_NOT_STARTED,
    /** A clinic, or an office none of whose services takes consents. */
    SERVICE_NOT_ALLOWED,
    /** Also: no such person. */
    NOT_VERIFIED,
    VIEWING_EXPIRED,
    JOB_NOT_ALLOWED,
    /** 資格喪失. */
    NO_LONGER_INSURED;

    public String sentence() {
        return Messages.of("consent." + name());
    }

    public String nextStep() {
        return Messages.of("consent." + name() + ".next");
    }
}

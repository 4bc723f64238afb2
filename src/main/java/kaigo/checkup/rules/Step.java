package kaigo.checkup.rules;

/** 段階: what an institution's user has to pass, in this order (issue note "webservice" 2.3, 17). */
public enum Step {
    CERTIFICATE_SHOWN(Group.CERTIFICATE),
    CERTIFICATE_ISSUER(Group.CERTIFICATE),
    CERTIFICATE_REGISTERED(Group.CERTIFICATE),
    CERTIFICATE_NOT_REVOKED(Group.CERTIFICATE),
    CERTIFICATE_NOT_EXPIRED(Group.CERTIFICATE),
    CERTIFICATE_OF_INSTITUTION(Group.CERTIFICATE),
    INSTITUTION_KNOWN(Group.INSTITUTION),
    INSTITUTION_ACTIVE(Group.INSTITUTION),
    SERVICES(Group.INSTITUTION),
    PASSWORD(Group.ACCOUNT),
    ACCOUNT_ACTIVE(Group.ACCOUNT),
    PASSWORD_OWN(Group.ACCOUNT),
    MAIL_ADDRESS(Group.SECOND),
    MAIL_SENT(Group.SECOND),
    SECOND_STEP(Group.SECOND),
    JOBS(Group.VIEW),
    MUNICIPALITIES(Group.VIEW);

    /** What a page shows together. */
    public enum Group {
        CERTIFICATE,
        INSTITUTION,
        ACCOUNT,
        SECOND,
        VIEW
    }

    private final Group group;

    Step(Group group) {
        this.group = group;
    }

    public Group group() {
        return group;
    }
}

package kaigo.shared;

/** アカウントの種類 (rulings 35; numbers proposed, ours): follows from the number of the organisation that signs in. */
public enum AccountRole {
    /** 保険者の職員. */
    STAFF,
    /** 受託ベンダ of an insurer; ends by date. */
    VENDOR,
    /** 国保連合会: prefecture code and 0000. */
    FEDERATION,
    /** 運用者: 000000. */
    OPERATOR,
    /** 認定審査会の委員 of an insurer; without a certificate, so with a second step. */
    MEMBER;

    public static final InsurerNumber OPERATORS = new InsurerNumber("000000");

    private static final String OF_FEDERATIONS = "0000";

    /** @param ends whether the account ends by date */
    public static AccountRole of(InsurerNumber organisation, boolean ends) {
        if (organisation.equals(OPERATORS)) {
            return OPERATOR;
        }
        if (organisation.value().endsWith(OF_FEDERATIONS)) {
            return FEDERATION;
        }
        return ends ? VENDOR : STAFF;
    }
}

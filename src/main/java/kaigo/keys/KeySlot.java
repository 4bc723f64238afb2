package kaigo.keys;

/** The keys that the program needs: how each is called in the key file and in the environment. */
enum KeySlot {
    MASTER("master", "KIBAN_MASTER_KEY", true),
    MY_NUMBER_HMAC("hmac.my-number", "KIBAN_MY_NUMBER_HMAC_KEY", false),
    PMH_KEY_HMAC("hmac.pmh-key", "KIBAN_PMH_KEY_HMAC_KEY", true),
    HEAD_SIGNING("head-signing", "KIBAN_HEAD_SIGNING_KEY", false);

    final String property;
    final String variable;

    /** Whether older keys stay on the ring, for what was made with them. */
    final boolean keepsOlder;

    KeySlot(String property, String variable, boolean keepsOlder) {
        this.property = property;
        this.variable = variable;
        this.keepsOlder = keepsOlder;
    }

    /** The middle of a key's id: "demo-master-1-3fa9c2". */
    String word() {
        return property.replace("hmac.", "");
    }
}

package kaigo.keys;

/** The keys that the program needs: how each is called in the key file and in the environment. */
enum KeySlot {
    MASTER("master", "KIBAN_MASTER_KEY"),
    MY_NUMBER_HMAC("hmac.my-number", "KIBAN_MY_NUMBER_HMAC_KEY"),
    PMH_KEY_HMAC("hmac.pmh-key", "KIBAN_PMH_KEY_HMAC_KEY"),
    HEAD_SIGNING("head-signing", "KIBAN_HEAD_SIGNING_KEY");

    final String property;
    final String variable;

    KeySlot(String property, String variable) {
        this.property = property;
        this.variable = variable;
    }

    /** The middle of a key's id: "demo-master-1-3fa9c2". */
    String word() {
        return property.replace("hmac.", "");
    }
}

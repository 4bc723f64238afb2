package kaigo.screens;

/** この人の画面: which part of the service somebody uses, and where it begins. */
public enum Part {
    STAFF("/"),
    VENDOR("/"),
    FEDERATION("/claims"),
    OPERATOR("/operator"),
    /** 認定審査会の委員. */
    MEMBER("/committee"),
    /** 事業所・医療機関. */
    INSTITUTION("/office"),
    /** 被保険者本人. */
    INSURED("/my");

    private final String home;

    Part(String home) {
        this.home = home;
    }

    /** はじめの画面. */
    public String home() {
        return home;
    }
}

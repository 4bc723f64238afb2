package kaigo.screens;

/** この人の画面: which part of the service somebody uses, and where it begins. */
public enum Part {
    STAFF("/"),
    VENDOR("/"),
    FEDERATION("/claims"),
    OPERATOR("/operator"),
    /** 認定審査会の委員. */
    MEMBER("/committee"),
    /** 事業所・医療機関の一般. */
    INSTITUTION("/office"),
    /** 事業所・医療機関の管理者: everything that others there have, and their accounts. */
    ADMINISTRATOR("/office"),
    /** 事業所ユーザ: registers the first administrator, and nothing else. */
    OFFICE_USER("/office/first-administrator"),
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

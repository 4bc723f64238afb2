package kaigo.layout;

/** 項目の型: the types of the proposed item tables (proposed, ours). */
public enum ItemType {
    N("半角数字"),
    AN("半角英数字"),
    X("文字"),
    /** Text of several lines. */
    XL("文字（改行可）"),
    K("全角カタカナ"),
    D("年月日 yyyyMMdd"),
    T("日時 yyyyMMddHHmmss"),
    I("整数"),
    F("フラグ 0/1"),
    C("コード");

    private final String label;

    ItemType(String label) {
        this.label = label;
    }

    public boolean isFlag() {
        return this == F;
    }

    public String label() {
        return label;
    }
}

package kaigo.insured;

/**
 * PMHキー連携状態 of a person (interface.md 9.6, rulings 33; codes proposed, ours). Registration and linking are two
 * states: a person with a linking error is registered and can be seen by the own insurer's offices.
 */
public enum LinkState {
    NOT_ASKED(0, "未依頼"),
    ASKING(1, "依頼中"),
    LINKED(2, "連携済"),
    NOT_REGISTERED(3, "エラー（中間サーバ未登録）"),
    NUMBER_MISSING(4, "エラー（マイナンバー未設定）"),
    OTHER_ERROR(5, "エラー（その他）"),
    EXEMPT(6, "適用除外（確認済）"),
    UNCONFIRMABLE(7, "医療保険加入状況の確認ができない");

    private final int code;
    private final String label;

    LinkState(int code, String label) {
        this.code = code;
        this.label = label;
    }

    public int code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** An error that waits for somebody of the municipality. */
    public boolean needsStaff() {
        return this == NOT_REGISTERED || this == NUMBER_MISSING || this == OTHER_ERROR;
    }

    public static LinkState ofCode(int code) {
        for (LinkState state : values()) {
            if (state.code == code) {
                return state;
            }
        }
        throw new IllegalArgumentException("no link state has the code " + code);
    }
}

package kaigo.opinion.rules;

/** 請求にすること. */
public enum ClaimAct {
    CLAIM("1"),
    /** 訂正. */
    CORRECT("2"),
    /** 取消し. */
    CANCEL("3");

    private final String updateType;

    ClaimAct(String updateType) {
        this.updateType = updateType;
    }

    /** 更新区分情報 of P03. */
    public String updateType() {
        return updateType;
    }
}

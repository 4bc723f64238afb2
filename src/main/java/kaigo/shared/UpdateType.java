package kaigo.shared;

import java.util.Arrays;
import java.util.Optional;

/** 更新区分情報 (names from the ministry briefing; issue note "interface" 9.4, codes proposed, ours). */
public enum UpdateType {
    CREATE("1", "新規"),
    UPDATE("2", "更新"),
    DELETE("3", "削除");

    private final String code;
    private final String label;

    UpdateType(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public static Optional<UpdateType> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    public String code() {
        return code;
    }

    /** The Japanese name that a person reads. */
    public String label() {
        return label;
    }
}

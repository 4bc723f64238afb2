package kaigo.shared;

import java.util.Arrays;
import java.util.Optional;

/** 性別 (names from the ministry briefing; issue note "interface" M01 item 13, codes proposed, ours). */
public enum Sex {
    MALE("1", "男性"),
    FEMALE("2", "女性"),
    UNKNOWN("3", "不明");

    private final String code;
    private final String label;

    Sex(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public static Optional<Sex> ofCode(String code) {
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

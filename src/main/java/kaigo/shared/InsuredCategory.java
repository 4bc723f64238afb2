package kaigo.shared;

import java.util.Arrays;
import java.util.Optional;

/** 被保険者区分 (issue note "interface" M01 item 17, proposed, ours). */
public enum InsuredCategory {
    FIRST("1", "第1号"),
    SECOND("2", "第2号"),
    DEEMED_SECOND("3", "みなし2号");

    private final String code;
    private final String label;

    InsuredCategory(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public static Optional<InsuredCategory> ofCode(String code) {
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

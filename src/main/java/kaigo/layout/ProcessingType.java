package kaigo.layout;

import org.jspecify.annotations.Nullable;

/** 処理区分 of a file (issue note "interface" 9.2; proposed, ours). */
public enum ProcessingType {
    INITIAL('I', "初期セットアップ"),
    DAILY('D', "日次"),
    RESEND('R', "再送"),
    TEST('T', "テスト");

    private final char code;
    private final String label;

    ProcessingType(char code, String label) {
        this.code = code;
        this.label = label;
    }

    public static @Nullable ProcessingType ofCode(String code) {
        for (ProcessingType type : values()) {
            if (code.length() == 1 && code.charAt(0) == type.code) {
                return type;
            }
        }
        return null;
    }

    public String code() {
        return String.valueOf(code);
    }

    public String label() {
        return label;
    }
}

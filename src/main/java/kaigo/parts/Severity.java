package kaigo.parts;

/** 弱さの重さ, and within how many days of its publication a part has to be mended or replaced (docs/security.md; ours). */
public enum Severity {
    CRITICAL(7),
    HIGH(30),
    MODERATE(90),
    LOW(90);

    private final int days;

    Severity(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }

    /** Of a list that says none, or one that we do not know: rather too heavy than too light. */
    static Severity of(String said) {
        for (Severity one : values()) {
            if (one.name().equalsIgnoreCase(said)) {
                return one;
            }
        }
        return HIGH;
    }
}

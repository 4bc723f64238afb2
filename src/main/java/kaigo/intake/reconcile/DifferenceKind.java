package kaigo.intake.reconcile;

/**
 * 突合結果区分: the words 保険者のみ and 内容不一致 are those of the 国保連 line (issue note "interface" 8.3); 基盤のみ is proposed,
 * ours. What to send to mend one stands in screens_ja.properties under {@code difference.NAME.send}.
 */
public enum DifferenceKind {
    ONLY_INSURER(1),
    ONLY_PLATFORM(2),
    OTHER_CONTENT(3);

    private final int code;

    DifferenceKind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static DifferenceKind ofCode(int code) {
        return values()[code - 1];
    }
}

package kaigo.intake;

/**
 * 処理ステータス of a file and of a record (interface.md 9.6). Only 「処理完了(エラー)」 is an official value; the rest is
 * proposed, ours.
 */
public enum Status {
    RECEIVED(10, "受付済", false),
    WORKING(20, "処理中", false),
    WAITING_FOR_M01(21, "保留（M01待ち）", false),
    LINKING(25, "PMHキー発行中", false),
    NORMAL(30, "処理完了（正常）", true),
    WARNING(31, "処理完了（警告）", true),
    ERROR(39, "処理完了（エラー）", true),
    REFUSED(90, "受付エラー", true);

    private final int code;
    private final String label;
    private final boolean isFinal;

    Status(int code, String label, boolean isFinal) {
        this.code = code;
        this.label = label;
        this.isFinal = isFinal;
    }

    public int code() {
        return code;
    }

    public String label() {
        return label;
    }

    public boolean isFinal() {
        return isFinal;
    }

    /** Whether it changes by itself within moments; what waits for its M01 may wait for days. */
    public boolean isMoving() {
        return !isFinal && this != WAITING_FOR_M01;
    }

    public static Status ofCode(int code) {
        for (Status status : values()) {
            if (status.code == code) {
                return status;
            }
        }
        throw new IllegalArgumentException("no status has the code " + code);
    }
}

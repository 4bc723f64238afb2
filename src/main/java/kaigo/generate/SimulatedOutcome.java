package kaigo.generate;

/**
 * 模擬の中間サーバの答え: a fictitious マイナンバー tells by its third digit what the simulated 医療保険者等向け中間サーバ
 * answers (docs/fictitious-data.md; ours). The generator writes the digit, the simulator reads it.
 */
public enum SimulatedOutcome {
    LINKED,
    /** 中間サーバにマイナンバーが登録されていない: E5001. */
    NOT_REGISTERED,
    /** 生年月日 or 性別 differ: E5005. */
    MISMATCH,
    /** No answer, however often it is asked: E5004 after seven days. */
    TIME_OUT,
    /** Linked, after some seconds. */
    SLOW;

    private static final int DIGIT = 2;

    /**
     * Digit 0 and 5 to 9 LINKED, 1 NOT_REGISTERED, 2 MISMATCH, 3 TIME_OUT, 4 SLOW. A number that does not begin with the
     * prefix of ours is LINKED.
     *
     * @param digits 12 digits in ASCII
     */
    public static SimulatedOutcome of(byte[] digits) {
        if (digits[0] != '9' || digits[1] != '9') {
            return LINKED;
        }
        int digit = digits[DIGIT] - '0';
        return digit < values().length ? values()[digit] : LINKED;
    }
}

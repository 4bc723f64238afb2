package kaigo.checkup.rules;

/**
 * 段階の結果.
 *
 * @param why which of the things that can be wrong at this step; empty if nothing is. With the step it names a text
 */
public record Found(Step step, Result result, String why) {

    public enum Result {
        PASSED,
        /** One gets in, but not to all that one wants. */
        ATTENTION,
        FAILED,
        /** Not tried yet, or what comes before it failed. */
        OPEN
    }

    static Found passed(Step step) {
        return new Found(step, Result.PASSED, "");
    }

    static Found open(Step step) {
        return new Found(step, Result.OPEN, "");
    }

    static Found failed(Step step, Enum<?> why) {
        return new Found(step, Result.FAILED, why.name());
    }

    static Found attention(Step step, Enum<?> why) {
        return new Found(step, Result.ATTENTION, why.name());
    }
}

package kaigo.rollout.rules;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a precondition.
 *
 * @param method which 連携方式 was chosen, or null where the precondition is another one
 */
public record Condition(
        Precondition precondition, boolean met, @Nullable LinkMethod method) {

    public Condition(Precondition precondition, boolean met) {
        this(precondition, met, null);
    }
}

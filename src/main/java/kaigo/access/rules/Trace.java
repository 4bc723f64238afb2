package kaigo.access.rules;

import java.util.ArrayList;
import java.util.List;
import kaigo.access.rules.Explanation.Step;
import org.jspecify.annotations.Nullable;

/** 判定の跡: what the rule was asked and answered, if somebody wants to know. The plain decision leaves none. */
final class Trace {

    static final Trace NONE = new Trace(null);

    private final @Nullable List<Step> steps;

    private Trace(@Nullable List<Step> steps) {
        this.steps = steps;
    }

    static Trace kept() {
        return new Trace(new ArrayList<>());
    }

    /** Hands back what was answered. */
    boolean refuses(Question question, boolean refused) {
        if (steps != null) {
            steps.add(new Step(question, refused));
        }
        return refused;
    }

    List<Step> steps() {
        return steps == null ? List.of() : List.copyOf(steps);
    }
}

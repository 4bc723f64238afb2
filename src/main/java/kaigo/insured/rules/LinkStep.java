package kaigo.insured.rules;

/** 次にすること. */
public sealed interface LinkStep {

    record Ask(LinkQuestion question) implements LinkStep {}

    record End(LinkEnd end) implements LinkStep {}

    /** Name of the question or of the end. */
    default String name() {
        return switch (this) {
            case Ask ask -> ask.question().name();
            case End end -> end.end().name();
        };
    }
}

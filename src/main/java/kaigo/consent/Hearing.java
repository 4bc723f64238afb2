package kaigo.consent;

import java.time.LocalDate;
import kaigo.consent.rules.ConsentAct;
import org.jspecify.annotations.Nullable;

/**
 * 聴き取り: what a person, or somebody for it, said about its consent. For 同意 and 同意しない the notified sentence has been
 * read aloud before (rulings 23).
 *
 * @param on day on which it was said
 * @param relation of whoever spoke for the person; null if the person spoke
 */
public record Hearing(
        ConsentAct act, LocalDate on, @Nullable Relation relation) {

    /** 続柄 of a proxy (proposed, ours). */
    public enum Relation {
        SPOUSE,
        CHILD,
        OTHER_RELATIVE,
        /** 成年後見人等. */
        GUARDIAN,
        OTHER
    }
}

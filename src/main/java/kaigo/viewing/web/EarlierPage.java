package kaigo.viewing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * これまでの認定で使われた意見書, to fill a draft from.
 *
 * @param back the draft
 * @param opinions null if none may be read
 * @param refused why not
 */
public record EarlierPage(
        String back,
        int seen,
        @Nullable List<Earlier> opinions,
        List<Refusal> refused,
        @Nullable String problem) {

    /** Of an application, the newest first. */
    public record Earlier(String insurer, String application, String appliedOn, String enteredOn, String doctor) {

        @Override
        public String toString() {
            return "Earlier[…]";
        }
    }

    @Override
    public String toString() {
        return "EarlierPage[…]";
    }
}

package kaigo.viewing.web;

import kaigo.access.ConsentAnswer;
import org.jspecify.annotations.Nullable;

/**
 * 同意の記録.
 *
 * @param person whose consent it is
 * @param sentence the notified one, with the municipality's name
 * @param refused why nothing was written; null before
 */
public record ConsentPage(
        PersonPage<ConsentView> person,
        ConsentForm form,
        String sentence,
        @Nullable ConsentAnswer refused) {

    public boolean isWrong() {
        return form.isWrong() || refused != null;
    }

    public @Nullable String problem() {
        return refused == null ? null : refused.sentence() + refused.nextStep();
    }

    @Override
    public String toString() {
        return "ConsentPage[…]";
    }
}

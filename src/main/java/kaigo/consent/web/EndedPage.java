package kaigo.consent.web;

import java.util.function.UnaryOperator;
import kaigo.consent.EndedConsent;
import kaigo.consent.EndedConsents;
import org.jspecify.annotations.Nullable;

/**
 * What the list 「申請書のなしで終わった同意」 shows.
 *
 * @param first whether it is the list's first page
 * @param handles of the persons' numbers
 */
public record EndedPage(EndedConsents.Page list, boolean first, UnaryOperator<String> handles) {

    public String address(EndedConsent row) {
        return "/records/" + handles.apply(row.insured().value());
    }

    /** Address of the next page, or null at the end. */
    public @Nullable String next() {
        return list.next() == null ? null : "/consents/ended?after=" + handles.apply(list.next());
    }
}

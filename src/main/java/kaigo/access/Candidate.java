package kaigo.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One of a viewer's own list, before any decision.
 *
 * @param viewableUntil 閲覧有効期限, of whom the office verified
 * @param servedIn first day of the last month of 本人確認 or of an accepted claim, likewise
 * @param filedOn 申請書提出日 of the newest 作成依頼 to this institution that is still open
 */
public record Candidate(
        PersonKey person,
        @Nullable LocalDate viewableUntil,
        @Nullable LocalDate servedIn,
        @Nullable LocalDate filedOn) {

    /** Whoever was verified stands in the list by the office's own doing, whatever may be shown. */
    boolean wasVerified() {
        return viewableUntil != null;
    }
}

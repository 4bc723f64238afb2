package kaigo.viewing.web;

import java.time.LocalDate;
import kaigo.consent.rules.ConsentState;
import kaigo.insured.Banner;
import kaigo.shared.InsuredNumber;
import org.jspecify.annotations.Nullable;

/**
 * 利用者一覧の一行.
 *
 * @param handle of the person, for addresses
 * @param banner null: who it is, is not shown
 * @param viewableUntil 閲覧有効期限, null for whom nobody has verified here
 * @param requestFiledOn 申請書提出日 of an open 作成依頼
 * @param recheck no claim has come for months
 */
public record UserRow(
        String handle,
        String insurerName,
        InsuredNumber number,
        @Nullable Banner banner,
        @Nullable LocalDate viewableUntil,
        Standing standing,
        @Nullable LocalDate requestFiledOn,
        ConsentState.@Nullable Standing consent,
        boolean recheck) {

    /** 閲覧の状態. */
    public enum Standing {
        OPEN,
        ENDS_SOON,
        EXPIRED,
        /** By a 作成依頼, not by 本人確認. */
        REQUESTED
    }

    @Override
    public String toString() {
        return "UserRow[…]";
    }
}

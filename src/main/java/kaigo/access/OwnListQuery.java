package kaigo.access;

import java.util.regex.Pattern;
import kaigo.shared.Text;

/**
 * 利用者一覧の問い: which rows of the viewer's own list, in which order. Whoever may no longer be looked at is found by its number
 * alone: by a name nobody is found whose name would not be shown (settled 17).
 *
 * @param text a number's beginning, or a part of a name or its kana, as typed; blank: everybody
 * @param offset how many rows stand before the first one
 */
public record OwnListQuery(String text, Only only, Order order, int offset, int limit) {

    /** 絞り込み. */
    public enum Only {
        EVERYBODY,
        /** 閲覧できる方. */
        VIEWABLE,
        /** 期限が近い方. */
        ENDING,
        /** 期限切れ. */
        EXPIRED,
        /** 主治医意見書の作成を依頼されている方. */
        REQUESTED
    }

    /** 並び順. */
    public enum Order {
        KANA,
        NUMBER,
        UNTIL
    }

    private static final Pattern NUMBER = Pattern.compile("H?[0-9]+");

    /** What was typed, without the blanks around it and in half width. */
    String typed() {
        return Text.narrow(Text.trimBlank(text));
    }

    boolean isByNumber() {
        return NUMBER.matcher(typed()).matches();
    }

    boolean isByName() {
        return !typed().isEmpty() && !isByNumber();
    }

    @Override
    public String toString() {
        return "OwnListQuery[…]";
    }
}

package kaigo.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kaigo.access.rules.Kind;
import kaigo.shared.InsurerNumber;
import kaigo.shared.PersonSearch;
import org.jspecify.annotations.Nullable;

/**
 * 利用者一覧の問い: which rows of the viewer's own list, in which order. Whoever may no longer be looked at is found by its number
 * alone: by a name nobody is found whose name would not be shown (settled 17).
 *
 * @param text a number's beginning, or a part of a name or its kana, as typed; blank: everybody
 * @param insurer of whose insured alone; null: of every insurer
 * @param offset how many rows stand before the first one
 */
public record OwnListQuery(
        String text, @Nullable InsurerNumber insurer, Only only, Order order, int offset, int limit) {

    /** 絞り込み. */
    public enum Only {
        EVERYBODY,
        /** 閲覧できる方. */
        VIEWABLE,
        /** 期限が近い方. */
        ENDING,
        /** 期限前の再確認: no claim for a while (rulings 29). */
        RECHECK,
        /** 期限切れ. */
        EXPIRED,
        /** 主治医意見書の作成を依頼されている方. */
        REQUESTED,
        /** 同意未取得. */
        NO_CONSENT(Kind.CONSENT_STATE),
        /** 証が変わった方, since the office's last look. */
        CARDS_CHANGED(Kind.CARD, Kind.BURDEN_RATIO, Kind.BURDEN_LIMIT, Kind.OTHER_REDUCTION),
        /** 進捗が変わった方, likewise. */
        PROGRESS_CHANGED(Kind.PROGRESS),
        /** 届出が変わった方: sent, answered or superseded since the office's last look. */
        FILING_CHANGED(Kind.FILING),
        /** 負担割合が年度で変わる方. */
        RATIO_CHANGED(Kind.BURDEN_RATIO);

        private final Set<Kind> about;

        Only(Kind... about) {
            this.about = Set.of(about);
        }

        /** What a worklist tells something of; of a list that was not filled by the job nothing. */
        public Set<Kind> about() {
            return about;
        }

        public boolean isWorklist() {
            return !about.isEmpty();
        }
    }

    /** 並び順. */
    public enum Order {
        KANA,
        NUMBER,
        UNTIL
    }

    PersonSearch search() {
        return PersonSearch.of(text);
    }

    /** Whoever was found by something stands on the page only if that, or one of the kinds it is about, is shown of him. */
    List<Set<Kind>> foundBy() {
        List<Set<Kind>> by = new ArrayList<>();
        if (search().isByName()) {
            by.add(Set.of(Kind.BANNER));
        }
        if (only.isWorklist()) {
            by.add(only.about());
        }
        return by;
    }

    @Override
    public String toString() {
        return "OwnListQuery[…]";
    }
}

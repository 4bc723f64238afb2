package kaigo.committee.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 変わったところ: what a version did to a case (proposed, ours). Pages are the same if they look and read the same. */
public enum Change {
    ADDED,
    PAGES,
    SAME,
    /** Not all pages are drawn yet, or some cannot be: nobody knows. */
    UNKNOWN;

    /**
     * @param before the same case in the version before, or null
     * @param digestsBefore of the pages of that version's document, by page; a page that is not drawn is not there
     */
    public static Change of(
            PaperCase now,
            Map<Integer, String> digests,
            @Nullable PaperCase before,
            Map<Integer, String> digestsBefore) {
        if (before == null) {
            return ADDED;
        }
        if (before.pages() != now.pages()) {
            return PAGES;
        }
        Optional<List<String>> here = pages(now, digests);
        Optional<List<String>> there = pages(before, digestsBefore);
        if (here.isEmpty() || there.isEmpty()) {
            return UNKNOWN;
        }
        return here.equals(there) ? SAME : PAGES;
    }

    private static Optional<List<String>> pages(PaperCase one, Map<Integer, String> digests) {
        List<String> pages = new ArrayList<>();
        for (int page = one.startPage(); page <= one.endPage(); page++) {
            String digest = digests.get(page);
            if (digest == null) {
                return Optional.empty();
            }
            pages.add(digest);
        }
        return Optional.of(pages);
    }
}

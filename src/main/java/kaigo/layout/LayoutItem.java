package kaigo.layout;

import org.jspecify.annotations.Nullable;

/**
 * レイアウトの1項目: one line of the item table of an interface.
 *
 * @param position column among the items, from 0
 * @param number 項目番号 of the item table
 * @param name 項目名 in Japanese
 * @param code name in NDJSON, constants and findings
 * @param inContent false if the item is left out of the content hash
 */
public record LayoutItem(
        int position,
        int number,
        String name,
        String code,
        ItemType type,
        int minLength,
        int maxLength,
        Requirement requirement,
        @Nullable CodeList codes,
        @Nullable ValueCheck check,
        boolean inContent,
        String source,
        String note) {

    /** {@code 10} or {@code 1〜100}, in characters. */
    String length() {
        return minLength == maxLength ? String.valueOf(minLength) : minLength + "〜" + maxLength;
    }
}

package kaigo.layout;

import org.jspecify.annotations.Nullable;

/**
 * レイアウトの1項目: one line of the item table of an interface.
 *
 * @param position column among the items of its table, from 0
 * @param number 項目番号 of the item table
 * @param name 項目名 in Japanese
 * @param code name in constants and, outside a group, in NDJSON
 * @param place the sheet and the group it stands in
 * @param inContent false if the item is left out of the content hash
 */
public record LayoutItem(
        int position,
        int number,
        String name,
        String code,
        Place place,
        ItemType type,
        int minLength,
        int maxLength,
        Requirement requirement,
        @Nullable CodeList codes,
        @Nullable ValueCheck check,
        boolean inContent,
        String source,
        String note) {

    /**
     * 項目の場所.
     *
     * @param sheet code of the sheet, empty for the record itself
     * @param group code of the repeating group, empty outside one
     * @param index which repetition, from 0
     * @param member name within the group
     */
    public record Place(String sheet, String group, int index, String member) {
        static Place in(String sheet) {
            return new Place(sheet, "", 0, "");
        }

        boolean isRepeated() {
            return !group.isEmpty();
        }
    }

    /** Its name in findings: {@code birthDate}, or {@code opinion.birthDate} in a sheet. */
    public String path() {
        return place.sheet().isEmpty() ? code : place.sheet() + "." + code;
    }

    public boolean isOptional() {
        return requirement instanceof Requirement.Optional;
    }

    /** {@code 10} or {@code 1〜100}, in characters. */
    String length() {
        return minLength == maxLength ? String.valueOf(minLength) : minLength + "〜" + maxLength;
    }
}

package kaigo.viewing.web;

import java.util.List;
import kaigo.insured.OwnInsured;
import kaigo.screens.Field;
import org.jspecify.annotations.Nullable;

/**
 * 被保険者の検索.
 *
 * @param rows whom the search has found; null before one
 */
public record InsuredPage(
        Field search, Field birth, @Nullable List<Row> rows) {

    /** @param handle of the person, for addresses */
    public record Row(
            String handle, String number, String name, String kana, String birth, String address, boolean isProtected) {

        @Override
        public String toString() {
            return "Row[…]";
        }
    }

    public boolean isCut() {
        return rows != null && rows.size() > OwnInsured.MOST;
    }

    /** As many as are shown. */
    public List<Row> shown() {
        return rows == null ? List.of() : rows.stream().limit(OwnInsured.MOST).toList();
    }

    public List<Field> wrong() {
        return List.of(search, birth).stream()
                .filter(field -> field.error() != null)
                .toList();
    }

    @Override
    public String toString() {
        return "InsuredPage[…]";
    }
}

package kaigo.viewing.web;

import org.jspecify.annotations.Nullable;

/**
 * What is to be printed.
 *
 * @param form which one, as in the path
 * @param application 要介護認定履歴番号, of a form that is of one
 * @param anyway although some characters cannot be printed
 */
public record PrintWanted(
        String form, @Nullable String application, @Nullable Boolean anyway) {

    boolean isAnyway() {
        return Boolean.TRUE.equals(anyway);
    }
}

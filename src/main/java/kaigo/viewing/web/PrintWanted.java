package kaigo.viewing.web;

import org.jspecify.annotations.Nullable;

/**
 * What is to be printed.
 *
 * @param form which one, as in the path
 * @param application 要介護認定履歴番号, of a form that is of one
 * @param kind of certificate, as {@link CardsView.CardKind#code}; all that are on the form if there is none
 * @param anyway although some characters cannot be printed
 */
public record PrintWanted(
        String form,
        @Nullable String application,
        @Nullable String kind,
        @Nullable Boolean anyway) {

    boolean isAnyway() {
        return Boolean.TRUE.equals(anyway);
    }
}

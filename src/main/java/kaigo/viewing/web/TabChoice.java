package kaigo.viewing.web;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of a tab: of 認定情報 which application, beside which earlier one, and as which form if as one at all; of
 * ケアプラン which month.
 *
 * @param month yyyyMM; null: the newest
 */
public record TabChoice(
        @Nullable String application,
        @Nullable String beside,
        @Nullable String form,
        @Nullable String month) {

    static final TabChoice NONE = new TabChoice(null, null, null, null);
}

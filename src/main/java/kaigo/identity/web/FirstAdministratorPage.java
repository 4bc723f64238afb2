package kaigo.identity.web;

import org.jspecify.annotations.Nullable;

/**
 * What the 事業所ユーザ sees.
 *
 * @param form null where an administrator is there already
 * @param password 仮パスワード that was made just now, or null
 */
public record FirstAdministratorPage(
        @Nullable StaffForm form,
        @Nullable String login,
        @Nullable String password) {}

package kaigo.identity.web;

import java.util.List;
import java.util.Map;
import kaigo.identity.OwnPassword.Changed;
import kaigo.identity.WholePasswords;
import kaigo.screens.Field;

/** パスワードの変更の項目. What was typed is never sent back. */
final class PasswordFields {

    private PasswordFields() {}

    /** @param errors by the name of a field */
    static List<Field> of(Map<String, String> errors) {
        return List.of(
                present("presentPassword", errors),
                field("newPassword", "new-password", errors),
                field("newPasswordAgain", "new-password", errors));
    }

    /** The field that is to blame. */
    static String blamed(Changed.Not why) {
        return switch (why) {
            case WRONG -> "presentPassword";
            case SAME, WEAK -> "newPassword";
        };
    }

    /** The present one alone, before something else is done. */
    static Field present(String name, Map<String, String> errors) {
        return field(name, "current-password", errors);
    }

    private static Field field(String name, String completed, Map<String, String> errors) {
        Field field = Field.of(name, "password", WholePasswords.FIELD).completedBy(completed);
        String why = errors.get(name);
        return why == null ? field : field.wrong(why);
    }
}

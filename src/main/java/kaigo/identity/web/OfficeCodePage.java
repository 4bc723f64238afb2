package kaigo.identity.web;

import kaigo.identity.ScreenSignIn;
import kaigo.screens.Field;
import org.jspecify.annotations.Nullable;

/** @param problem why the last try was refused, or null */
public record OfficeCodePage(Field code, @Nullable String problem) {

    public long minutes() {
        return ScreenSignIn.LIFE.toMinutes();
    }
}

package kaigo.screens;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** 画面の文: everything that stands on a screen and is not data, from {@code screens_ja.properties}. */
public final class ScreenText {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(
            "screens",
            Locale.JAPANESE,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));

    private ScreenText() {}

    /** Throws MissingResourceException if there is no such text. {0}, {1} … are put in as they are. */
    public static String text(String key, Object... arguments) {
        String text = TEXTS.getString(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    public static Optional<String> find(String key) {
        return TEXTS.containsKey(key) ? Optional.of(TEXTS.getString(key)) : Optional.empty();
    }
}

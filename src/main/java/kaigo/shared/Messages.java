package kaigo.shared;

import java.util.Locale;
import java.util.ResourceBundle;

/** 文: the sentences for people, by key, of {@code messages_ja.properties}. Screens have texts of their own. */
public final class Messages {

    private static final ResourceBundle MESSAGES = ResourceBundle.getBundle(
            "messages",
            Locale.JAPANESE,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));

    private Messages() {}

    /** Throws MissingResourceException if there is none. */
    public static String of(String key) {
        return MESSAGES.getString(key);
    }

    public static boolean has(String key) {
        return MESSAGES.containsKey(key);
    }
}

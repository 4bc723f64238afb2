package kaigo.screens;

import java.util.List;
import java.util.Map;

/**
 * 残っている入力, as its page shows it.
 *
 * @param title of the page where it was typed
 * @param path where it is sent
 * @param at when it was kept, in words
 * @param address where it is thrown away
 */
public record KeptForm(String title, String path, Map<String, List<String>> fields, String at, String address) {

    @Override
    public String toString() {
        return "KeptForm[…]";
    }
}

package kaigo.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The words of a layout file. An unknown one is an error, so that a slip of the pen does not pass silently. */
final class Words {
    private Words() {}

    static String text(Map<?, ?> map, String name) {
        if (map.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " is missing or not a text in " + map);
    }

    static int number(Map<?, ?> map, String name) {
        if (map.get(name) instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException(name + " is missing or not a number in " + map);
    }

    /** Empty if it is not there. */
    static List<String> texts(Map<?, ?> map, String name) {
        List<String> texts = new ArrayList<>();
        if (map.get(name) instanceof List<?> list) {
            list.forEach(entry -> texts.add((String) entry));
        }
        return texts;
    }

    /** Empty if it is not there. */
    static List<Map<?, ?>> maps(Map<?, ?> map, String name) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (map.get(name) instanceof List<?> list) {
            list.forEach(entry -> maps.add((Map<?, ?>) entry));
        }
        return maps;
    }

    static void onlyKnown(Map<?, ?> map, String words) {
        List<String> known = List.of(words.split(" "));
        map.keySet().forEach(word -> {
            if (!known.contains(word)) {
                throw new IllegalArgumentException("unknown word in the layout file: " + word);
            }
        });
    }
}

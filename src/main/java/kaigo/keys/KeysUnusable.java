package kaigo.keys;

import java.util.List;

/** 鍵を使えない: the message names everything that is wrong, in Japanese and then in English; it never holds a key. */
public final class KeysUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeysUnusable(String japanese, String english) {
        super(japanese + "\n" + english);
    }

    static KeysUnusable all(List<String> problems) {
        return new KeysUnusable(
                "鍵の設定に誤りがあります（" + problems.size() + " 件）。",
                "Something is wrong with the keys:\n  " + String.join("\n  ", problems));
    }
}

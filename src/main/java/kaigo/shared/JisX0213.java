package kaigo.shared;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * JIS X 0213 の文字: the repertoire that names and addresses may use on the platform (issue note "interface" 8.2; that the
 * municipal link has it too is inferred). The test is the JDK's charset x-SJIS_0213, read once into a table of bits.
 *
 * <p>Nothing is normalised: 神 as U+FA19 is a character of its own. Inside are both of U+301C and U+FF5E, both of U+2212
 * and U+FF0D, both of U+2016 and U+2225, ㈱, ①, full-width and half-width letters. Outside are half-width kana (they are
 * of JIS X 0201), control characters, 髙 (U+9AD9), 𠮷 (U+20BB7), and of the CP932-born signs ― (U+2015) and
 * U+FFE0 to U+FFE2. か followed by U+309A and its like are one character of the standard and inside; the mark alone is
 * not. Ideographic variation selectors (U+E0100 to U+E01EF) are passed over.
 */
public final class JisX0213 {

    private static final int PLANES_0_TO_2 = 0x30000;
    private static final char SEMI_VOICED_MARK = '\u309A';
    private static final String TAKES_SEMI_VOICED_MARK = "かきくけこカキクケコセツトㇷ";
    private static final long[] INSIDE = readCharset();
    static final Map<Integer, String> SUBSTITUTES = substitutes("""
            髙高 𠮷吉 靑青 槗橋 卋世 鄉郷 昻昂 戶戸 户戸 內内 吳呉 淸清 敎教 說説 閒間 銳鋭 强強 尙尚 齌斎 彥彦 產産
            悅悦 羡羨 愠慍 鈆鉛 凬風 㑹会 叓事 囬回 曅曄 𠅘亭
            ―— ￠¢ ￡£ ￢¬ ￤¦ ¥￥ ‾￣ µμ ‑‐ ˜～
            """);

    private JisX0213() {}

    /** The UTF-16 index of the first character outside the repertoire, or -1. Allocates nothing. */
    public static int firstOutside(CharSequence text) {
        int step;
        for (int i = 0; i < text.length(); i += step) {
            int codePoint = Character.codePointAt(text, i);
            if (!contains(codePoint) && !isVariationSelector(codePoint) && !isSemiVoicedPair(text, i)) {
                return i;
            }
            step = Character.charCount(codePoint);
        }
        return -1;
    }

    /**
     * A usual substitute inside the repertoire, to be offered to a person and never applied: from our own short list
     * (proposed, ours), for half-width kana the full-width one, for a compatibility ideograph the unified one.
     */
    public static Optional<String> suggest(int codePoint) {
        if (contains(codePoint) || isVariationSelector(codePoint)) {
            return Optional.empty();
        }
        String listed = SUBSTITUTES.get(codePoint);
        if (listed != null) {
            return Optional.of(listed);
        }
        String character = Character.toString(codePoint);
        String unified = Normalizer.normalize(Kana.widen(character), Normalizer.Form.NFC);
        return Optional.of(unified).filter(other -> firstOutside(other) < 0);
    }

    static boolean contains(int codePoint) {
        return codePoint < PLANES_0_TO_2 && (INSIDE[codePoint >>> 6] & (1L << codePoint)) != 0;
    }

    static boolean isVariationSelector(int codePoint) {
        return codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    }

    private static boolean isSemiVoicedPair(CharSequence text, int index) {
        return index > 0
                && text.charAt(index) == SEMI_VOICED_MARK
                && TAKES_SEMI_VOICED_MARK.indexOf(text.charAt(index - 1)) >= 0;
    }

    /** Decodes ASCII and all codes of two bytes; the single bytes of half-width kana are left out on purpose. */
    private static long[] readCharset() {
        long[] table = new long[PLANES_0_TO_2 / Long.SIZE];
        IntConsumer add = codePoint -> table[codePoint >>> 6] |= 1L << codePoint;
        for (int ascii = ' '; ascii <= '~'; ascii++) {
            add.accept(ascii);
        }
        Charset charset = Charset.forName("x-SJIS_0213");
        for (int lead = 0x81; lead <= 0xFC; lead++) {
            for (int trail = 0x40; trail <= 0xFC && (lead < 0xA0 || lead > 0xDF); trail++) {
                String decoded = new String(new byte[] {(byte) lead, (byte) trail}, charset);
                if (decoded.codePointCount(0, decoded.length()) == 1 && !decoded.equals("\uFFFD")) {
                    add.accept(decoded.codePointAt(0));
                }
            }
        }
        return table;
    }

    private static Map<Integer, String> substitutes(String pairs) {
        return pairs.lines()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .collect(Collectors.toMap(
                        pair -> pair.codePointAt(0), pair -> pair.substring(pair.offsetByCodePoints(0, 1))));
    }
}

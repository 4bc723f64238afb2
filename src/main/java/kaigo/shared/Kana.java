package kaigo.shared;

import java.text.Normalizer;
import java.util.Locale;

/**
 * 氏名カナ: widening on entry, the check of type K (issue note "interface" 9.4, proposed, ours) and folding for search
 * (issue note "experience" 1.5). What is stored is never folded.
 */
public final class Kana {

    /** The full-width characters of U+FF61 to U+FF9F, in that order. */
    private static final String WIDE = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";

    private static final String VOICELESS = "ウカキクケコサシスセソタチツテトハヒフヘホワヲ";
    private static final String VOICED = "ヴガギグゲゴザジズゼゾダヂヅデドバビブベボヷヺ";
    private static final String BEFORE_SEMI_VOICED = "ハヒフヘホ";
    private static final String SEMI_VOICED = "パピプペポ";

    private static final String SMALL = "ァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ";
    private static final String LARGE = "アイウエオツヤユヨワカケクシストヌハヒフヘホムラリルレロ";

    private Kana() {}

    /** Half-width kana and the ASCII blank to full width, ｶﾞ to one character; the same instance if there are none. */
    public static String widen(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isNarrow(text.charAt(i))) {
                return widenFrom(text, i);
            }
        }
        return text;
    }

    /**
     * K: full-width katakana with ヴ, ヵ, ヶ, ヷ to ヺ, ヽ, ヾ and the small ㇰ to ㇿ of Ainu names, ー, ・ and the full-width
     * blank. ゛ and ゜ alone are refused: in a name they are a mark that lost its letter.
     */
    public static boolean isFullWidthKatakana(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!((c >= 'ァ' && c <= 'ヾ') || (c >= 'ㇰ' && c <= 'ㇿ') || c == '\u3000')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /**
     * What a search compares, on both sides: hiragana as katakana, half width as full width, small kana as large,
     * without blanks and variation selectors, Latin letters in upper case. Voiced marks are kept.
     */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !JisX0213.isVariationSelector(c))
                .map(Kana::toLargeKatakana)
                .forEach(folded::appendCodePoint);
        return Normalizer.normalize(folded.toString().toUpperCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    private static int toLargeKatakana(int c) {
        boolean hiragana = (c >= 'ぁ' && c <= 'ゖ') || c == 'ゝ' || c == 'ゞ';
        int katakana = hiragana ? c + 'ァ' - 'ぁ' : c;
        int small = SMALL.indexOf(katakana);
        return small < 0 ? katakana : LARGE.charAt(small);
    }

    private static String widenFrom(String text, int begin) {
        StringBuilder wide = new StringBuilder(text.length()).append(text, 0, begin);
        for (int i = begin; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean composed = switch (c) {
                case 'ﾞ' -> compose(wide, VOICELESS, VOICED);
                case 'ﾟ' -> compose(wide, BEFORE_SEMI_VOICED, SEMI_VOICED);
                default -> false;
            };
            if (!composed) {
                wide.append(widen(c));
            }
        }
        return wide.toString();
    }

    private static boolean isNarrow(char c) {
        return c == ' ' || (c >= '｡' && c <= 'ﾟ');
    }

    private static char widen(char c) {
        if (!isNarrow(c)) {
            return c;
        }
        return c == ' ' ? '\u3000' : WIDE.charAt(c - '｡');
    }

    /** Puts the mark onto the last character; false if that takes none. */
    private static boolean compose(StringBuilder wide, String plain, String marked) {
        int last = wide.length() - 1;
        int found = last < 0 ? -1 : plain.indexOf(wide.charAt(last));
        if (found >= 0) {
            wide.setCharAt(last, marked.charAt(found));
        }
        return found >= 0;
    }
}

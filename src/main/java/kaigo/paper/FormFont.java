package kaigo.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** 書体: BIZ UDGothic, which has every ideograph of JIS X 0213. Each document embeds what it uses of it. */
final class FormFont {

    private static final String FILE = "/fonts/BIZUDGothic-Regular.ttf";
    private static final byte[] BYTES = read();
    private static final double UNITS = 1000;

    private final PDType0Font font;
    private final CmapLookup characters;

    private FormFont(PDType0Font font, CmapLookup characters) {
        this.font = font;
        this.characters = characters;
    }

    static FormFont of(PDDocument document) throws IOException {
        TrueTypeFont parsed = parse();
        return new FormFont(PDType0Font.load(document, parsed, true), parsed.getUnicodeCmapLookup());
    }

    /** Those of the text for which there is no glyph, each once. */
    static List<String> missing(String text) {
        try (TrueTypeFont parsed = parse()) {
            CmapLookup characters = parsed.getUnicodeCmapLookup();
            return text.codePoints()
                    .filter(c -> !isLayout(c) && characters.getGlyphId(c) == 0)
                    .distinct()
                    .mapToObj(Character::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PDType0Font font() {
        return font;
    }

    /** What can be printed of the text: 〓 stands for what has no glyph; of blanks and controls a blank is left. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                printable.append(' ');
            } else if (!isLayout(c)) {
                printable.appendCodePoint(characters.getGlyphId(c) == 0 ? '〓' : c);
            }
        });
        return printable.toString();
    }

    /** In points. */
    float width(String text, float size) throws IOException {
        return (float) (font.getStringWidth(text) / UNITS * size);
    }

    /** Lines that fit into a width. No line begins with a closing mark, none ends with an opening one. */
    List<String> wrap(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            wrapParagraph(printable(paragraph), size, width, lines);
        }
        return lines;
    }

    private void wrapParagraph(String text, float size, float width, List<String> lines) throws IOException {
        int[] characters = text.codePoints().toArray();
        int begin = 0;
        float used = 0;
        for (int i = 0; i < characters.length; i++) {
            float next = width(Character.toString(characters[i]), size);
            if (used + next > width && i > begin) {
                int cut = cut(characters, begin, i);
                lines.add(new String(characters, begin, cut - begin));
                begin = cut;
                used = width(new String(characters, begin, i - begin), size);
            }
            used += next;
        }
        lines.add(new String(characters, begin, characters.length - begin));
    }

    /** Where a line is broken that would be full before {@code at}. */
    private static int cut(int[] characters, int begin, int at) {
        int cut = at;
        while (cut > begin + 1
                && ("、。，．）」』】〕］｝・：；？！ー〜".indexOf(characters[cut]) >= 0
                        || "（「『【〔［｛".indexOf(characters[cut - 1]) >= 0)) {
            cut--;
        }
        return cut;
    }

    private static boolean isLayout(int c) {
        return Character.isISOControl(c) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    static TrueTypeFont parse() throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(BYTES));
    }

    private static byte[] read() {
        try (InputStream in = FormFont.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + FILE);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

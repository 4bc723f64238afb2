package kaigo.documents.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/** Japanese that a document does not embed: by a font of the machine if there is one, else by ours. Without one it is boxes. */
final class OwnFont implements FontMapper {

    private static final String FILE = "/fonts/BIZUDGothic-Regular.ttf";

    private final FontMapper machine;
    private @Nullable TrueTypeFont own;

    OwnFont(FontMapper machine) {
        this.machine = machine;
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
        return machine.getTrueTypeFont(name, descriptor);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
        return machine.getFontBoxFont(name, descriptor);
    }

    @Override
    public CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, PDCIDSystemInfo characters) {
        CIDFontMapping found = machine.getCIDFont(name, descriptor, characters);
        return found != null && !found.isFallback() ? found : new CIDFontMapping(null, own(), true);
    }

    private TrueTypeFont own() {
        TrueTypeFont read = own;
        if (read == null) {
            try (InputStream in = OwnFont.class.getResourceAsStream(FILE)) {
                if (in == null) {
                    throw new IllegalStateException("missing in the jar: " + FILE);
                }
                read = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            own = read;
        }
        return read;
    }
}

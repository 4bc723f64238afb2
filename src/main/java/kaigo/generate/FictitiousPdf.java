package kaigo.generate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * 架空の PDF: pages of plain lines. Same lines, same bytes. Its Japanese font is named, not embedded, so that a page takes
 * two kilobytes; viewers show it with a gothic of their own.
 */
record FictitiousPdf(byte[] bytes, int pages) {

    private static final String FONT = "HeiseiKakuGo-W5";
    private static final String ENCODING = "UniJIS-UTF16-H";

    /** @param pages the lines of each page, at most 40 */
    static FictitiousPdf of(List<List<String>> pages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDResources resources = new PDResources();
            resources.getCOSObject().setItem(COSName.FONT, dictionary("F1", font()));
            for (List<String> lines : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.setResources(resources);
                page.setContents(new PDStream(document, new ByteArrayInputStream(content(lines))));
                document.addPage(page);
            }
            document.setDocumentId(0L); // else the time of day goes into it
            document.save(out, CompressParameters.NO_COMPRESSION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FictitiousPdf(out.toByteArray(), pages.size());
    }

    String sha256() {
        return sha256(bytes);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] content(List<String> lines) {
        StringBuilder content = new StringBuilder("BT /F1 12 Tf 20 TL 60 780 Td\n");
        for (String line : lines) {
            content.append('<')
                    .append(HexFormat.of().formatHex(line.getBytes(StandardCharsets.UTF_16BE)))
                    .append("> Tj T*\n");
        }
        return content.append("ET").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static COSDictionary font() {
        COSDictionary system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("Japan1"));
        system.setInt(COSName.SUPPLEMENT, 5);
        COSDictionary glyphs = named("Font", "CIDFontType0", FONT);
        glyphs.setItem(COSName.CIDSYSTEMINFO, system);
        glyphs.setInt(COSName.DW, 1000);
        glyphs.setItem(COSName.W, numbers(1, 94, 556)); // the glyphs of ASCII
        glyphs.setItem(COSName.FONT_DESC, descriptor());
        COSDictionary font = named("Font", "Type0", FONT + "-" + ENCODING);
        font.setName(COSName.ENCODING, ENCODING);
        COSArray descendants = new COSArray();
        descendants.add(glyphs);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }

    private static COSDictionary descriptor() {
        COSDictionary descriptor = new COSDictionary();
        descriptor.setName(COSName.TYPE, "FontDescriptor");
        descriptor.setName(COSName.FONT_NAME, FONT);
        descriptor.setInt(COSName.FLAGS, 4);
        descriptor.setItem(COSName.FONT_BBOX, numbers(0, -137, 1000, 859));
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, 859);
        descriptor.setInt(COSName.DESCENT, -137);
        descriptor.setInt(COSName.CAP_HEIGHT, 709);
        descriptor.setInt(COSName.STEM_V, 69);
        return descriptor;
    }

    private static COSArray numbers(int... numbers) {
        COSArray array = new COSArray();
        for (int number : numbers) {
            array.add(COSInteger.get(number));
        }
        return array;
    }

    private static COSDictionary named(String type, String subtype, String baseFont) {
        COSDictionary named = new COSDictionary();
        named.setName(COSName.TYPE, type);
        named.setName(COSName.SUBTYPE, subtype);
        named.setName(COSName.BASE_FONT, baseFont);
        return named;
    }

    private static COSDictionary dictionary(String key, COSDictionary value) {
        COSDictionary dictionary = new COSDictionary();
        dictionary.setItem(COSName.getPDFName(key), value);
        return dictionary;
    }
}

package kaigo.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Documents for tests: sound ones, and ones made to do harm. */
public final class Pdfs {

    private Pdfs() {}

    /** What makes a plain document another one. */
    public interface Change {
        void apply(PDDocument document) throws IOException;
    }

    /** So many pages that show the text, which stands in the file as it is. */
    public static byte[] plain(int pages, String text) {
        return with(pages, text, document -> {});
    }

    public static byte[] with(Change change) {
        return with(1, "text", change);
    }

    private static byte[] with(int pages, String text, Change change) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage();
                page.setContents(new PDStream(document, content(text)));
                document.addPage(page);
            }
            change.apply(document);
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(
                ("BT /F1 12 Tf 72 720 Td (" + text + ") Tj ET").getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] encrypted(String password) {
        return with(
                document -> document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission())));
    }

    /** An entry of the catalog. */
    public static byte[] catalog(String key, COSDictionary value) {
        return with(document -> document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName(key), value));
    }

    public static byte[] script() {
        return catalog("OpenAction", action("JavaScript"));
    }

    public static COSDictionary action(String type) {
        COSDictionary action = new COSDictionary();
        action.setName(COSName.S, type);
        return action;
    }

    /** By hand, without a table of its objects: readers look for them. Object 1 is the catalog, 2 the pages, 3 a page. */
    public static byte[] raw(String more) {
        String text = "%PDF-1.7\n"
                + "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                + "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
                + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>> endobj\n"
                + more
                + "trailer <</Root 1 0 R>>\n%%EOF\n";
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Small in the file, hundreds of megabytes once its objects are read. */
    public static byte[] memoryBomb() {
        return raw("4 0 obj [" + "<<>>".repeat(4_500_000) + "] endobj\n");
    }

    /** Every one of its streams ends nowhere: whoever reads them reads the whole file for each. */
    public static byte[] endless() {
        StringBuilder streams = new StringBuilder();
        for (int i = 4; i < 200_000; i++) {
            streams.append(i).append(" 0 obj<</Length 9>>stream\n");
        }
        return raw(streams.toString());
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package kaigo.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
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

    /** Of noise, which no compression makes small: at least two full parts of 256 KB, and more. */
    public static byte[] large(int pages) {
        StringBuilder noise = new StringBuilder();
        new Random(1).ints(600_000 / pages, 'a', 'z' + 1).forEach(letter -> noise.append((char) letter));
        return plain(pages, noise.toString());
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

    /** By hand: object 1 is the catalog, 2 the pages, 3 a page; the others from 4 on. */
    public static byte[] raw(String kids, String pageEntry, String... others) {
        List<String> objects = new ArrayList<>(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids" + kids + "/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]" + pageEntry + ">>"));
        objects.addAll(List.of(others));
        objects.replaceAll(object -> object + "\nendobj\n");
        return written(objects, "");
    }

    /** Small in the file, hundreds of megabytes once its objects are read. */
    public static byte[] memoryBomb() {
        return raw("[3 0 R]", "", "[" + "<<>>".repeat(4_500_000) + "]");
    }

    /** All of its streams end at the end of the file: whoever reads them reads the whole file for each. It takes hours. */
    public static byte[] endless() {
        List<String> objects = new ArrayList<>(List.of(
                "<</Type/Catalog/Pages 2 0 R>>\nendobj\n",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>\nendobj\n"));
        objects.addAll(Collections.nCopies(200_000, "<</Length 9>>stream\n"));
        return written(objects, "endstream\nendobj\n");
    }

    private static byte[] written(List<String> objects, String last) {
        StringBuilder text = new StringBuilder("%PDF-1.7\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(text.length()));
            text.append(i + 1).append(" 0 obj\n").append(objects.get(i));
        }
        text.append(last);
        text.append("xref\n0 %1$d\n%2$strailer\n<</Size %1$d/Root 1 0 R>>\nstartxref\n%3$d\n%%%%EOF\n"
                .formatted(objects.size() + 1, table, text.length()));
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package kaigo.documents.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import kaigo.documents.DocumentProblem;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * 文書の内容の検査 (interface.md 9.9; proposed, ours): a PDF that begins as one and is whole, can be read without a password,
 * has pages, and holds nothing that acts by itself.
 */
final class PdfCheck {

    private static final byte[] BEGIN = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    /** Where the end may stand, seen from behind: what PDF readers accept. */
    private static final int TAIL = 1024;

    private PdfCheck() {}

    static Answer check(byte[] pdf) {
        if (!standsAt(pdf, 0, BEGIN)) {
            return Answer.refused(DocumentProblem.NOT_A_PDF);
        }
        if (!standsBehind(pdf, Math.max(0, pdf.length - TAIL), END)) {
            return Answer.refused(DocumentProblem.BROKEN);
        }
        // In memory only: the library would take a file as soon as it is allowed to.
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return check(document);
        } catch (InvalidPasswordException e) {
            return Answer.refused(DocumentProblem.ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The library's own way of saying that it cannot read on; whatever it is, nobody else could.
            boolean encrypted = standsBehind(pdf, 0, "/Encrypt".getBytes(StandardCharsets.US_ASCII));
            return Answer.refused(encrypted ? DocumentProblem.ENCRYPTED : DocumentProblem.BROKEN);
        }
    }

    private static Answer check(PDDocument document) {
        if (document.isEncrypted()) {
            return Answer.refused(DocumentProblem.ENCRYPTED);
        }
        DocumentProblem active = ActiveContent.find(document.getDocument());
        if (active != null) {
            return Answer.refused(active);
        }
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        PageTree pages = PageTree.walk(catalog.getDictionaryObject(COSName.PAGES));
        DocumentProblem problem = pages.problem();
        return problem == null ? Answer.sound(pages.count()) : Answer.refused(problem);
    }

    private static boolean standsAt(byte[] bytes, int at, byte[] sought) {
        return at + sought.length <= bytes.length
                && java.util.Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length);
    }

    private static boolean standsBehind(byte[] bytes, int from, byte[] sought) {
        for (int i = from; i + sought.length <= bytes.length; i++) {
            if (standsAt(bytes, i, sought)) {
                return true;
            }
        }
        return false;
    }
}

package kaigo.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** The papers of a meeting: pages of text, as a municipality's system writes them, or scanned. */
final class MeetingPapers {

    private static final int LINES = 45;
    private static final int SCAN_WIDTH = 360;
    private static final int SCAN_HEIGHT = 509;

    private MeetingPapers() {}

    static Path text(Path file, int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDType1Font font = new PDType1Font(FontName.COURIER);
            for (int page = 1; page <= pages; page++) {
                PDPage sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                    content.beginText();
                    content.setFont(font, 10);
                    content.newLineAtOffset(60, 780);
                    for (int line = 0; line < LINES; line++) {
                        content.showText("page %d line %d 0123456789 abcdefghijklmnopqrstuvwxyz".formatted(page, line));
                        content.newLineAtOffset(0, -16);
                    }
                    content.endText();
                }
            }
            document.save(file.toFile());
        }
        return file;
    }

    /** Noise, which no compression makes small: some 95 kB a page. */
    static Path scanned(Path file, int pages) throws IOException {
        Random chance = new Random(1);
        try (PDDocument document = new PDDocument()) {
            for (int page = 1; page <= pages; page++) {
                BufferedImage scan = new BufferedImage(SCAN_WIDTH, SCAN_HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
                byte[] noise = new byte[SCAN_WIDTH * SCAN_HEIGHT];
                chance.nextBytes(noise);
                scan.getRaster().setDataElements(0, 0, SCAN_WIDTH, SCAN_HEIGHT, noise);
                PDPage sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
                    content.drawImage(JPEGFactory.createFromImage(document, scan, 0.6f), 0, 0, 595, 842);
                }
            }
            document.save(file.toFile());
        }
        return file;
    }
}

package kaigo.documents.check;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kaigo.documents.DocumentProblem;
import kaigo.paper.Jpeg;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/** The document that pages are drawn of, one after the other: it is read once. */
final class HeldDocument {

    /** Longer side of a picture: A4 at 144 dots per inch has 1684, A3 is shown somewhat smaller [P]. */
    private static final float LONGEST_SIDE = 2000;

    private static final float LARGEST_SCALE = 2;

    /** Of 256: what differs less is noise of a scanner. */
    private static final int COLOURLESS = 12;

    /** More letters stand on no page that people read. */
    private static final int MOST_LETTERS = 20_000;

    private static final int MOST_ITEMS = 500;
    private static final int LONGEST_TITLE = 100;

    private @Nullable PDDocument document;

    Answer hold(byte[] pdf) {
        close();
        try {
            PDDocument read = Loader.loadPDF(pdf);
            document = read;
            return Answer.sound(read.getNumberOfPages());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return Answer.refused(DocumentProblem.BROKEN);
        }
    }

    Answer draw(int page) {
        PDDocument held = document;
        if (held == null || page < 1 || page > held.getNumberOfPages()) {
            return Answer.refused(DocumentProblem.BROKEN);
        }
        try {
            return Answer.drawn(held.getNumberOfPages(), Jpeg.write(picture(held, page)), text(held, page));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return Answer.refused(DocumentProblem.BROKEN); // whatever the library stumbles over
        }
    }

    private static BufferedImage picture(PDDocument held, int page) throws IOException {
        PDRectangle box = held.getPage(page - 1).getCropBox();
        float scale = Math.min(LARGEST_SCALE, LONGEST_SIDE / Math.max(box.getWidth(), box.getHeight()));
        PDFRenderer renderer = new PDFRenderer(held);
        renderer.setSubsamplingAllowed(true); // a scan in 600 dots per inch is read as coarsely as it is shown
        BufferedImage picture = renderer.renderImage(page - 1, scale, ImageType.RGB);
        return isGray(picture) ? gray(picture) : picture;
    }

    /** What is black on white is kept so: a third of the work for whoever shows it. */
    private static boolean isGray(BufferedImage picture) {
        int[] line = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, line.length, 1, line, 0, line.length);
            for (int pixel : line) {
                int red = pixel >> 16 & 0xff;
                int green = pixel >> 8 & 0xff;
                if (Math.abs(red - green) > COLOURLESS || Math.abs(green - (pixel & 0xff)) > COLOURLESS) {
                    return false;
                }
            }
        }
        return true;
    }

    private static BufferedImage gray(BufferedImage picture) {
        BufferedImage gray = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] levels = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
        int[] line = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, line.length, 1, line, 0, line.length);
            for (int x = 0; x < line.length; x++) {
                levels[y * line.length + x] = (byte) (line[x] >> 8);
            }
        }
        return gray;
    }

    /** Of a page whose text cannot be read there is none: it can be looked at all the same. */
    private static String text(PDDocument held, int page) {
        try {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            stripper.setSortByPosition(true);
            return plain(stripper.getText(held), MOST_LETTERS).strip();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return "";
        }
    }

    /** Of each item of the outline a line: the page, a blank, the title. */
    Answer outline() {
        PDDocument held = document;
        if (held == null) {
            return Answer.refused(DocumentProblem.BROKEN);
        }
        List<String> lines = new ArrayList<>();
        try {
            var outline = held.getDocumentCatalog().getDocumentOutline();
            if (outline != null) {
                for (PDOutlineItem item : outline.children()) {
                    if (lines.size() == MOST_ITEMS) {
                        break;
                    }
                    addLine(held, item, lines);
                }
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            lines.clear(); // an outline that cannot be read is none
        }
        return Answer.drawn(held.getNumberOfPages(), new byte[0], String.join("\n", lines));
    }

    private static void addLine(PDDocument held, PDOutlineItem item, List<String> lines) throws IOException {
        var target = item.findDestinationPage(held);
        String title = item.getTitle();
        if (target != null && held.getPages().indexOf(target) >= 0) {
            String shown = plain(title == null ? "" : title, LONGEST_TITLE).replace('\n', ' ');
            lines.add((held.getPages().indexOf(target) + 1) + " " + shown);
        }
    }

    /** Letters and line ends only. */
    private static String plain(String text, int most) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .filter(c -> c == '\n' || !Character.isISOControl(c))
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .limit(most)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private void close() {
        PDDocument before = document;
        document = null;
        if (before != null) {
            try {
                before.close();
            } catch (IOException e) {
                // it is forgotten all the same
            }
        }
    }
}

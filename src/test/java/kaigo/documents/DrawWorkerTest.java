package kaigo.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import javax.imageio.ImageIO;
import kaigo.documents.DrawWorker.Paper;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The process that draws, a real one. */
class DrawWorkerTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofSeconds(3);

    private DrawWorker worker = new DrawWorker(LONG);

    @AfterEach
    void end() {
        worker.close();
    }

    @Test
    void a_page_becomes_a_picture_and_its_text() throws IOException {
        Paper paper = paper("a", new PaperPdf().pages("first", "second").bytes());

        Drawn.Page drawn = (Drawn.Page) worker.draw(paper, 2);

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(drawn.picture()));
        assertThat(picture.getWidth()).isBetween(1180, 1200);
        assertThat(picture.getHeight()).isBetween(1670, 1690);
        assertThat(isInked(picture)).isTrue();
        assertThat(drawn.words()).isEqualTo("second");
        assertThat(worker.draw(paper, 3)).isEqualTo(new Drawn.Not(DocumentProblem.BROKEN));
    }

    @Test
    void the_same_page_is_the_same_picture() {
        byte[] first = ((Drawn.Page)
                        worker.draw(paper("a", new PaperPdf().pages("x", "y").bytes()), 1))
                .picture();
        byte[] again = ((Drawn.Page)
                        worker.draw(paper("b", new PaperPdf().pages("x", "z").bytes()), 1))
                .picture();

        assertThat(again).isEqualTo(first);
    }

    @Test
    void japanese_that_a_document_does_not_embed_is_drawn_all_the_same() {
        byte[] three = ((Drawn.Page) worker.draw(paper("a", japanese("4e09")), 1)).picture();
        byte[] ten = ((Drawn.Page) worker.draw(paper("b", japanese("5341")), 1)).picture();

        assertThat(three).as("not the same box").isNotEqualTo(ten);
    }

    /** One letter, by its number in UTF-16. */
    private static byte[] japanese(String letter) {
        String text = "BT /F 48 Tf 20 30 Td <" + letter + "> Tj ET";
        return Pdfs.raw(
                "[3 0 R]",
                "/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>",
                "<</Length " + text.length() + ">>stream\n" + text + "\nendstream",
                "<</Type/Font/Subtype/Type0/BaseFont/MS-Gothic/Encoding/UniJIS-UTF16-H/DescendantFonts[6 0 R]>>",
                "<</Type/Font/Subtype/CIDFontType0/BaseFont/MS-Gothic"
                        + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 6>>/FontDescriptor 7 0 R>>",
                "<</Type/FontDescriptor/FontName/MS-Gothic/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 859"
                        + "/Descent -140/CapHeight 700/StemV 80>>");
    }

    @Test
    void an_outline_names_its_pages() {
        Paper paper = paper(
                "a",
                new PaperPdf().section("案件一", "1", "2").section("二\n案件", "3").bytes());

        assertThat(worker.outline(paper)).isEqualTo("1 案件一\n3 二 案件");
        assertThat(worker.outline(paper("b", Pdfs.plain(1, "text")))).isEmpty();
    }

    @Test
    void a_page_that_fills_the_memory_ends_the_process_and_not_the_server() {
        Paper sound = paper("sound", new PaperPdf().pages("sound").bytes());
        worker.draw(sound, 1);
        long before = worker.pid().orElseThrow();

        assertThat(worker.draw(paper("bomb", largePicture()), 1)).isEqualTo(new Drawn.Not(DocumentProblem.TOO_HEAVY));

        assertThat(ProcessHandle.of(before)).isEmpty();
        assertThat(worker.draw(sound, 1)).isInstanceOf(Drawn.Page.class);
    }

    @Test
    void a_page_without_an_end_is_given_up_after_the_limit() {
        worker = new DrawWorker(SHORT);

        assertThat(worker.draw(paper("endless", endlessPage()), 1)).isEqualTo(new Drawn.Not(DocumentProblem.TOO_HEAVY));
        assertThat(worker.draw(paper("sound", new PaperPdf().pages("sound").bytes()), 1))
                .isInstanceOf(Drawn.Page.class);
    }

    /** A pattern that is painted a billion times over. */
    private static byte[] endlessPage() {
        String more = "/P Do ".repeat(1000);
        String[] forms = new String[5];
        for (int i = 0; i < forms.length; i++) {
            String own = i == forms.length - 1 ? "0 0 9 9 re f " : more;
            String next = "/Resources<</XObject<</P " + (i + 6) + " 0 R>>>>";
            forms[i] = "<</Type/XObject/Subtype/Form/BBox[0 0 100 100]" + (i == forms.length - 1 ? "" : next)
                    + "/Length " + own.length() + ">>stream\n" + own + "\nendstream";
        }
        String[] objects = new String[forms.length + 1];
        objects[0] = "<</Length " + more.length() + ">>stream\n" + more + "\nendstream";
        System.arraycopy(forms, 0, objects, 1, forms.length);
        return Pdfs.raw("[3 0 R]", "/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>", objects);
    }

    /** Half a gigabyte once it is read, of one line that is repeated. */
    private static byte[] largePicture() {
        return Pdfs.with(document -> {
            var picture = new org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject(
                    document,
                    new ByteArrayInputStream(new byte[16]),
                    COSName.FLATE_DECODE,
                    30_000,
                    30_000,
                    8,
                    org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB.INSTANCE);
            try (var stream = picture.getCOSObject().createOutputStream(COSName.FLATE_DECODE)) {
                byte[] line = new byte[30_000 * 3];
                for (int i = 0; i < 6000; i++) {
                    stream.write(line);
                }
            }
            try (var content = new org.apache.pdfbox.pdmodel.PDPageContentStream(document, document.getPage(0))) {
                for (int i = 0; i < 1; i++) {
                    content.drawImage(picture, 0, 0, 500, 500);
                }
            }
        });
    }

    private static boolean isInked(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y += 2) {
            for (int x = 0; x < picture.getWidth(); x += 2) {
                if ((picture.getRGB(x, y) & 0xff) < 100) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Paper paper(String name, byte[] pdf) {
        return new Paper(name, new Content() {
            @Override
            public int length() {
                return pdf.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(pdf);
            }
        });
    }
}

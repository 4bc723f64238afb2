package kaigo.paper;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kaigo.paper.PrintedForm.Head;
import kaigo.paper.PrintedForm.Stamp;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** 用紙: A4 sheets that are filled from the top. Lengths in points. */
final class Sheets {

    static final float LEFT = 40;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    private static final float TOP = PDRectangle.A4.getHeight() - 36;
    private static final float BOTTOM = 52;
    private static final float TITLE = 13;
    private static final float SMALL = 7.5f;
    private static final float GROUP = 10;
    private static final float RULE = 0.4f;
    private static final float BAR_HEIGHT = 8;
    private static final Color BAR = new Color(0x595959);
    private static final Color SHADE = new Color(0xE6E6E6);

    private final PDDocument document;
    private final FormFont font;
    private final PrintedForm form;
    private @Nullable PDPageContentStream open;
    private float top;
    private boolean isUntouched;

    Sheets(PDDocument document, FormFont font, PrintedForm form) {
        this.document = document;
        this.font = font;
        this.form = form;
    }

    private PDPageContentStream sheet() throws IOException {
        PDPageContentStream now = open;
        return now == null ? begin() : now;
    }

    private PDPageContentStream begin() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        PDPageContentStream sheet = new PDPageContentStream(document, page);
        sheet.setLineWidth(RULE);
        open = sheet;
        Head head = form.head();
        text(head.title(), LEFT, TOP - TITLE, TITLE);
        String mark = font.printable(head.mark());
        text(mark, LEFT + WIDTH - font.width(mark, GROUP), TOP - TITLE, GROUP);
        top = TOP - TITLE - 8;
        String person = head.person();
        if (person != null) {
            for (String line : font.wrap(person, GROUP, WIDTH)) {
                text(line, LEFT, top - GROUP, GROUP);
                top -= GROUP + 4;
            }
        }
        top -= 4;
        isUntouched = true;
        return sheet;
    }

    private void next() throws IOException {
        sheet().close();
        begin();
    }

    /** Goes on on a sheet on which nothing stands yet. */
    void apart() throws IOException {
        if (open != null && !isUntouched) {
            next();
        }
    }

    /** From here down the sheet is free. */
    float top() throws IOException {
        sheet();
        return top;
    }

    float room() throws IOException {
        return top() - BOTTOM;
    }

    /** Begins the next sheet if this one has not so much room left. What is taller than a sheet has to be divided before. */
    void need(float height) throws IOException {
        if (room() < height) {
            next();
        }
    }

    void moveDown(float height) {
        top -= height;
        isUntouched = false;
    }

    /** 区分の見出し; it never stands alone at the foot of a sheet. */
    void title(String text) throws IOException {
        float height = GROUP + 6;
        need(4 * height);
        PDPageContentStream sheet = sheet();
        top -= 4;
        sheet.setNonStrokingColor(SHADE);
        sheet.addRect(LEFT, top - height, WIDTH, height);
        sheet.fill();
        sheet.setNonStrokingColor(Color.BLACK);
        text(text, LEFT + 4, top - GROUP - 1, GROUP);
        moveDown(height);
    }

    /** @param divider where a rule divides the box, from its left; 0: nowhere */
    void box(float from, float height, float divider) throws IOException {
        PDPageContentStream sheet = sheet();
        sheet.addRect(LEFT, from - height, WIDTH, height);
        if (divider > 0) {
            sheet.moveTo(LEFT + divider, from);
            sheet.lineTo(LEFT + divider, from - height);
        }
        sheet.stroke();
    }

    /**
     * @param foot where it stands
     * @param frame the length of its frame
     */
    void bar(float from, float foot, float frame, float length) throws IOException {
        PDPageContentStream sheet = sheet();
        sheet.setNonStrokingColor(BAR);
        sheet.addRect(LEFT + from, foot, length, BAR_HEIGHT);
        sheet.fill();
        sheet.setNonStrokingColor(Color.BLACK);
        sheet.addRect(LEFT + from, foot, frame, BAR_HEIGHT);
        sheet.stroke();
    }

    void lines(List<String> lines, float x, float from, float size, float leading) throws IOException {
        float y = from - size;
        for (String line : lines) {
            text(line, x, y, size);
            y -= leading;
        }
    }

    private void text(String text, float x, float y, float size) throws IOException {
        write(sheet(), font.printable(text), x, y, size);
    }

    private void write(PDPageContentStream sheet, String text, float x, float y, float size) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        sheet.beginText();
        sheet.setFont(font.font(), size);
        sheet.newLineAtOffset(x, y);
        sheet.showText(text);
        sheet.endText();
    }

    /** The foot of every sheet, now that their number is known. */
    void end() throws IOException {
        sheet().close();
        Stamp stamp = form.stamp();
        List<String> record = new ArrayList<>(
                font.wrap("印刷した人　%s（%s）　　印刷日時　%s".formatted(stamp.reader(), stamp.office(), stamp.at()), SMALL, WIDTH));
        record.add(font.printable("記録番号　" + stamp.requestId()));
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            try (PDPageContentStream foot =
                    new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true)) {
                float y = 40;
                for (String line : record) {
                    write(foot, line, LEFT, y, SMALL);
                    y -= SMALL + 2;
                }
                String number = (i + 1) + " / " + pages;
                write(foot, number, LEFT + WIDTH - font.width(number, SMALL), 18, SMALL);
            }
        }
    }
}

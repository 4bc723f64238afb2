package kaigo.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** Papers of a meeting for tests: pages that show a line of text, and an outline that leads to some of them. */
public final class PaperPdf {

    private final List<String> pages = new ArrayList<>();
    private final List<OutlineItem> marks = new ArrayList<>();

    /** A case: its mark in the outline, and a page for each text. */
    public PaperPdf section(String title, String... texts) {
        marks.add(new OutlineItem(pages.size() + 1, title));
        return pages(texts);
    }

    public PaperPdf pages(String... texts) {
        pages.addAll(List.of(texts));
        return this;
    }

    public byte[] bytes() {
        return Pdfs.with(document -> {
            document.removePage(0);
            for (String text : pages) {
                addPage(document, text);
            }
            if (!marks.isEmpty()) {
                addOutline(document);
            }
        });
    }

    private static void addPage(PDDocument document, String text) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 24);
            content.newLineAtOffset(60, 700);
            content.showText(text);
            content.endText();
        }
    }

    private void addOutline(PDDocument document) {
        PDDocumentOutline outline = new PDDocumentOutline();
        document.getDocumentCatalog().setDocumentOutline(outline);
        for (OutlineItem mark : marks) {
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle(mark.title());
            item.setDestination(document.getPage(mark.page() - 1));
            outline.addLast(item);
        }
    }
}

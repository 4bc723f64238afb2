package kaigo.viewing.web;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** 文字の位置: the texts of a document, one line each: sheet, points from the left and from the top, size, text. */
final class TextPlaces extends PDFTextStripper {

    private final StringBuilder places = new StringBuilder();

    private TextPlaces() {}

    static String of(PDDocument document) throws IOException {
        TextPlaces places = new TextPlaces();
        places.getText(document);
        return places.places.toString();
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        TextPosition first = positions.getFirst();
        places.append(getCurrentPageNo())
                .append(' ')
                .append(Math.round(first.getXDirAdj()))
                .append(' ')
                .append(Math.round(first.getYDirAdj()))
                .append(' ')
                .append(Math.round(first.getFontSizeInPt()))
                .append(' ')
                .append(text)
                .append('\n');
    }
}

package kaigo.documents.check;

import java.nio.charset.StandardCharsets;
import kaigo.documents.DocumentProblem;
import org.jspecify.annotations.Nullable;

/**
 * What was found, drawn or read.
 *
 * @param pages ページ数, 0 of a document that is refused or cannot be read
 * @param picture of a page, JPEG
 * @param text of a page, or the outline; UTF-8
 */
record Answer(int pages, @Nullable DocumentProblem refused, byte[] picture, byte[] text) {

    private static final byte[] NOTHING = {};

    static Answer sound(int pages) {
        return new Answer(pages, null, NOTHING, NOTHING);
    }

    static Answer refused(DocumentProblem problem) {
        return new Answer(0, problem, NOTHING, NOTHING);
    }

    static Answer drawn(int pages, byte[] picture, String text) {
        return new Answer(pages, null, picture, text.getBytes(StandardCharsets.UTF_8));
    }

    String json() {
        return refused == null
                ? "{\"pages\":%d,\"picture\":%d,\"text\":%d}".formatted(pages, picture.length, text.length)
                : "{\"refused\":\"" + refused + "\"}";
    }
}

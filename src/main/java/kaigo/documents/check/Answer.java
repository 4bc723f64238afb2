package kaigo.documents.check;

import kaigo.documents.DocumentProblem;
import org.jspecify.annotations.Nullable;

/**
 * What the check found.
 *
 * @param pages ページ数, 0 of a document that is refused
 */
record Answer(int pages, @Nullable DocumentProblem refused) {

    static Answer sound(int pages) {
        return new Answer(pages, null);
    }

    static Answer refused(DocumentProblem problem) {
        return new Answer(0, problem);
    }

    String json() {
        return refused == null ? "{\"pages\":" + pages + "}" : "{\"refused\":\"" + refused + "\"}";
    }
}

package kaigo.documents;

/** 一ページの姿. */
public sealed interface PageView {

    /**
     * @param picture JPEG
     * @param words the text of the page; empty of a scan
     */
    record Shown(byte[] picture, String words) implements PageView {

        @Override
        public String toString() {
            return "Shown[…]";
        }
    }

    /** It cannot be drawn, or not now ({@link DocumentProblem#isWorthRetrying()}). */
    record Failed(DocumentProblem problem) implements PageView {}
}

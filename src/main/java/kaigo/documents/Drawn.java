package kaigo.documents;

/** 描画の答え: what the process says about one page. */
sealed interface Drawn {

    /**
     * @param picture JPEG
     * @param words the text of the page
     */
    record Page(byte[] picture, String words) implements Drawn {}

    /** Not drawn, because of what it is. */
    record Not(DocumentProblem problem) implements Drawn {}
}

package kaigo.documents;

/** 文書の受け取りの答え: given at once. */
public sealed interface Kept {

    /** @param isNew false if the same bytes had come before */
    record Stored(Document document, boolean isNew) implements Kept {}

    record Refused(DocumentProblem problem) implements Kept {}
}

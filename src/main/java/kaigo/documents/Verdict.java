package kaigo.documents;

/** 内容の検査の答え: what the check says about one document. */
sealed interface Verdict {

    record Sound(int pages) implements Verdict {}

    record Refused(DocumentProblem problem) implements Verdict {}
}

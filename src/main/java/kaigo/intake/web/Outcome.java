package kaigo.intake.web;

import kaigo.documents.Document;
import kaigo.documents.DocumentProblem;
import kaigo.documents.Kept;
import kaigo.intake.Answer;
import kaigo.intake.Archive.Problem;
import kaigo.layout.FindingText;
import org.jspecify.annotations.Nullable;

/**
 * 送った1件の結果, as the screen shows it.
 *
 * @param name of the file, as sent
 * @param receipt 受付番号, or null if refused or a document
 * @param records データ件数 of what was accepted
 * @param documents PDF that are kept: one, or those of an archive
 * @param pages ページ数 of all of them
 * @param error error id of a refusal, or null
 * @param text why it was refused
 * @param first 受付番号 under which the same file was accepted before, or null
 */
public record Outcome(
        String name,
        @Nullable String receipt,
        int records,
        int documents,
        int pages,
        @Nullable String error,
        @Nullable String text,
        @Nullable String remedy,
        @Nullable String first) {

    public boolean isAccepted() {
        return text == null;
    }

    public boolean isDocument() {
        return documents > 0;
    }

    static Outcome of(String name, Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted ->
                new Outcome(name, accepted.receipt().toString(), accepted.records(), 0, 0, null, null, null, null);
            case Answer.Refused refused -> refused(name, refused);
        };
    }

    static Outcome of(String name, Kept kept) {
        return switch (kept) {
            case Kept.Stored(Document document, boolean isNew) -> kept(name, 1, document.pages());
            case Kept.Refused(DocumentProblem problem) -> refused(name, problem.text(), problem.remedy());
        };
    }

    static Outcome kept(String name, int documents, int pages) {
        return new Outcome(name, null, 0, documents, pages, null, null, null, null);
    }

    static Outcome of(String name, Problem problem) {
        return refused(name, problem.text(), problem.remedy());
    }

    private static Outcome refused(String name, String text, String remedy) {
        return new Outcome(name, null, 0, 0, 0, null, text, remedy, null);
    }

    private static Outcome refused(String name, Answer.Refused refused) {
        FindingText text = refused.text();
        String first = refused.first() == null ? null : refused.first().toString();
        return new Outcome(name, null, 0, 0, 0, refused.id(), text.text(), text.remedy(), first);
    }
}

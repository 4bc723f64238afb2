package kaigo.insured;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kaigo.insured.rules.LinkCaseGuide;
import kaigo.insured.rules.LinkCaseGuide.Answered;
import kaigo.insured.rules.LinkCaseGuide.Situation;
import kaigo.insured.rules.LinkChoice;
import kaigo.insured.rules.LinkQuestion;
import kaigo.insured.rules.LinkStep;
import kaigo.layout.ErrorId;
import org.jspecify.annotations.Nullable;

/**
 * 連携できない方の一件: a person whose PMHキー could not be got, and what staff found out so far.
 *
 * @param link null once the person was deleted, until 新規 comes
 * @param history all entries, oldest first
 */
public record LinkCase(Person person, @Nullable Link link, List<CaseEntry> history) {

    /**
     * @param error of the last answer, or null
     * @param receipt number of the received file whose record the link rests on
     * @param line 連番 of that record
     */
    public record Link(LinkState state, @Nullable ErrorId error, long receipt, int line, Instant changedAt) {}

    /** Number of the last entry: what a page saw, and so what its answer may follow. */
    public int lastEntry() {
        return history.isEmpty() ? 0 : history.getLast().number();
    }

    public List<CaseEntry> current() {
        return history.stream().filter(CaseEntry::isCurrent).toList();
    }

    /** The open step, or null if the person is linked, being asked for, deleted, or left in a lasting state. */
    public @Nullable LinkStep step() {
        if (link == null || link.error() == null || !link.state().needsStaff()) {
            return null;
        }
        return LinkCaseGuide.next(new Situation(link.error(), person.residenceException()), answers(current()));
    }

    static List<Answered> answers(List<CaseEntry> entries) {
        List<Answered> answers = new ArrayList<>();
        for (CaseEntry entry : entries) {
            if (entry.choice() != LinkChoice.RECORDED) {
                answers.add(new Answered(LinkQuestion.valueOf(entry.step()), entry.choice()));
            }
        }
        return answers;
    }

    /** 適用除外 or 確認できない was recorded. */
    public boolean isLasting() {
        return link != null && (link.state() == LinkState.EXEMPT || link.state() == LinkState.UNCONFIRMABLE);
    }
}

package kaigo.committee;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.committee.rules.Cutting;
import kaigo.committee.rules.Level;
import kaigo.committee.rules.PaperCase;
import kaigo.committee.rules.Split;

/**
 * 審査会 as one of its members sees it.
 *
 * @param version the one that is shown
 * @param read pages that he has read of it
 * @param own his levels, by the case's id
 * @param noted where he has notes
 * @param splits of the 合議体長: cases × members, those that differ first; of others empty
 * @param members of the 合議体長: who is invited, by login; of others empty
 * @param levelsOpen before the meeting's time
 */
public record MeetingView(
        Meeting meeting,
        Version version,
        boolean chair,
        Set<Integer> read,
        Map<Integer, OwnLevel> own,
        Set<NotePlace> noted,
        List<Split> splits,
        List<String> members,
        boolean levelsOpen) {

    /** @param reason or empty */
    public record OwnLevel(Level level, String reason) {

        @Override
        public String toString() {
            return "OwnLevel[…]";
        }
    }

    /**
     * A page within a case.
     *
     * @param caseId {@link kaigo.committee.rules.Cutting#BEFORE_ALL} before the first
     */
    public record NotePlace(int caseId, int page) {}

    /** Whether it is among the papers. */
    boolean has(NotePlace place) {
        return place.caseId() == Cutting.BEFORE_ALL
                ? place.page() >= 1 && place.page() <= version.pages()
                : version.cases().stream()
                        .anyMatch(
                                one -> one.id() == place.caseId() && place.page() >= 1 && place.page() <= one.pages());
    }

    public long read(PaperCase one) {
        return read.stream().filter(one::contains).count();
    }

    public boolean isRead(PaperCase one) {
        return read(one) == one.pages();
    }

    @Override
    public String toString() {
        return "MeetingView[" + meeting.id() + "]";
    }
}

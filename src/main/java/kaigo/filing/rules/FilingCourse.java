package kaigo.filing.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 届出の経過 of one person: at most one of each kind is active. A new one takes the place of the active one, of its own office
 * as a correction, of another from its 変更年月日, else its 提出日, on; 廃止 by whoever filed it or is named ends it. What the municipality returns has no effect, and what
 * it took the place of holds again (rulings 41; proposed, ours).
 */
public final class FilingCourse {

    private final List<Filing> filings = new ArrayList<>();

    private FilingCourse() {}

    /** @param made all of one person, the oldest first */
    public static FilingCourse of(List<Submission> made) {
        FilingCourse course = new FilingCourse();
        Map<FilingKind, Integer> active = new EnumMap<>(FilingKind.class);
        for (Submission one : made) {
            int place = course.filings.size();
            course.filings.add(new Filing(one, FilingState.of(one.answer().state()), null));
            Integer before = active.get(one.kind());
            boolean applies =
                    !one.ends() || before != null && course.made(before).isOf(one.filedBy());
            if (one.isReturned() || !applies) {
                continue;
            }
            if (before != null) {
                course.end(before, one);
            }
            if (one.ends()) {
                active.remove(one.kind());
            } else {
                active.put(one.kind(), place);
            }
        }
        return course;
    }

    private Submission made(int place) {
        return filings.get(place).made();
    }

    private void end(int place, Submission by) {
        Submission before = made(place);
        boolean own = before.isOf(by.filedBy(), by.officeNumber());
        FilingState state = by.ends() ? FilingState.ABOLISHED : own ? FilingState.CORRECTED : FilingState.SUPERSEDED;
        LocalDate endsOn = state == FilingState.SUPERSEDED ? by.from() : by.filedOn();
        filings.set(place, new Filing(before, state, endsOn));
    }

    /** Every act, the newest first. */
    public List<Filing> all() {
        return filings.reversed();
    }

    public Optional<Filing> active(FilingKind kind) {
        return all().stream()
                .filter(filing -> filing.made().kind() == kind && filing.isActive())
                .findFirst();
    }

    /** The newest act of this office, whatever became of it. */
    public Optional<Filing> last(FilingKind kind, @Nullable String office) {
        return all().stream()
                .filter(filing ->
                        filing.made().kind() == kind && filing.made().filedBy().equals(office))
                .findFirst();
    }
}

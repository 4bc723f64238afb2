package kaigo.access.rules;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * 表のます: {@code -} not shared, {@code O} shared, {@code C} shared with 包括同意 only; after a colon the footnotes, either
 * of which has to hold.
 */
public record Cell(Sharing sharing, Set<Note> notes) {

    public enum Sharing {
        NOT_SHARED,
        SHARED,
        WITH_CONSENT
    }

    /** ※1 to ※4 of the printed table, then one of ours. */
    public enum Note {
        /** ※1: 医師 of the facility that was asked for an opinion, for 30 days. */
        DOCTOR_WHO_WAS_ASKED,
        /** ※2: ケアマネ. */
        CARE_MANAGER,
        /** ※3: 医師 and 医師事務作業補助者 of the institution that was asked, for 30 days. */
        INSTITUTION_THAT_WAS_ASKED,
        /** ※4: the person holds a copy. */
        HELD_ON_PAPER,
        /** 5 (proposed, ours): what was sent to this very institution. */
        OWN_REQUEST
    }

    boolean has(Note note) {
        return notes.contains(note);
    }

    /** As in the table: {@code C:1|2}. */
    public String word() {
        String letter = switch (sharing) {
            case NOT_SHARED -> "-";
            case SHARED -> "O";
            case WITH_CONSENT -> "C";
        };
        return notes.isEmpty()
                ? letter
                : notes.stream()
                        .map(note -> String.valueOf(note.ordinal() + 1))
                        .sorted()
                        .collect(Collectors.joining("|", letter + ":", ""));
    }
}

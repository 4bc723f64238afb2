package kaigo.viewing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kaigo.access.rules.Kind;

/** 帳票: the three papers of an application (rulings 2). */
public enum Paper {
    SURVEY(Kind.CERT_SURVEY),
    OPINION(Kind.DOCTOR_OPINION),
    COMMITTEE_SHEET(Kind.COMMITTEE_SHEET);

    private final Kind kind;

    Paper(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** As in a path: {@code committee-sheet}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Paper> ofPath(String path) {
        return Arrays.stream(values())
                .filter(paper -> paper.path().equals(path))
                .findFirst();
    }

    public static Optional<Paper> of(Kind kind) {
        return Arrays.stream(values()).filter(paper -> paper.kind == kind).findFirst();
    }
}

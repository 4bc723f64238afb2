package kaigo.viewing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kaigo.access.rules.Kind;

/** A part of a person's file as it is asked for: one kind of information, or a few that are one paper. */
public enum Part {
    CARDS(Kind.CARD),
    BURDEN_RATIOS(Kind.BURDEN_RATIO),
    BURDEN_LIMITS(Kind.BURDEN_LIMIT),
    OTHER_REDUCTIONS(Kind.OTHER_REDUCTION),
    /** 申請日・区分・状況 of every application (rulings 3). */
    CERTIFICATIONS(Kind.PROGRESS),
    PROGRESS(Kind.PROGRESS),
    SURVEYS(Kind.CERT_SURVEY),
    OPINIONS(Kind.DOCTOR_OPINION),
    COMMITTEE_SHEETS(Kind.COMMITTEE_SHEET),
    /** 帳票の画像 of the three above. */
    FORMS(Kind.CERT_SURVEY, Kind.DOCTOR_OPINION, Kind.COMMITTEE_SHEET),
    HOME_MODIFICATIONS(Kind.HOME_MODIFICATION),
    EQUIPMENT_PURCHASES(Kind.EQUIPMENT_PURCHASE),
    LIFE(Kind.LIFE),
    CARE_PLANS(
            Kind.CP_HOME_1,
            Kind.CP_HOME_2,
            Kind.CP_HOME_3,
            Kind.CP_HOME_6,
            Kind.CP_HOME_7,
            Kind.CP_FACILITY_1,
            Kind.CP_FACILITY_2,
            Kind.CP_FACILITY_3);

    private final Set<Kind> kinds;

    Part(Kind first, Kind... others) {
        this.kinds = EnumSet.of(first, others);
    }

    public Set<Kind> kinds() {
        return EnumSet.copyOf(kinds);
    }

    /** As in a path: {@code burden-ratios}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Part> ofPath(String path) {
        return Arrays.stream(values()).filter(part -> part.path().equals(path)).findFirst();
    }
}

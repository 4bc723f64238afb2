package kaigo.viewing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kaigo.access.rules.Kind;

/** 印刷できるもの. */
public enum Printout {
    /** 認定調査票. */
    SURVEY(Part.SURVEYS),
    /** 主治医意見書. */
    OPINION(Part.OPINIONS),
    /** 認定審査会資料. */
    COMMITTEE_SHEET(Part.COMMITTEE_SHEETS),
    /** 証の確認用写し (rulings 43). */
    CARDS(Part.CARDS, Part.BURDEN_RATIOS, Part.BURDEN_LIMITS, Part.OTHER_REDUCTIONS),
    /** 被保険者証の確認用写し alone: nothing else is looked at for it. */
    INSURANCE_CARD(Part.CARDS),
    /** 負担割合証の確認用写し. */
    BURDEN_RATIO(Part.BURDEN_RATIOS),
    /** 負担限度額認定証の確認用写し. */
    BURDEN_LIMIT(Part.BURDEN_LIMITS),
    /** 減免・軽減の証の確認用写し. */
    REDUCTION(Part.OTHER_REDUCTIONS),
    /** 同意の説明. */
    CONSENT;

    private final List<Part> parts;

    Printout(Part... parts) {
        this.parts = List.of(parts);
    }

    public List<Part> parts() {
        return parts;
    }

    /** What stands on it, and who it is. */
    public Set<Kind> kinds() {
        return parts.stream()
                .flatMap(part -> part.kinds().stream())
                .collect(Collectors.toCollection(() -> EnumSet.of(Kind.BANNER)));
    }

    /** As in a path: {@code committee-sheet}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Printout> ofPath(String path) {
        return Arrays.stream(values())
                .filter(printout -> printout.path().equals(path))
                .findFirst();
    }
}

package kaigo.viewing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kaigo.access.OwnListQuery.Only;
import kaigo.access.rules.Kind;

/** 利用者詳細のタブ, in their order on the screen (the ministry's briefing). */
public enum Tab {
    CARDS(Part.CARDS, Part.BURDEN_RATIOS, Part.BURDEN_LIMITS, Part.OTHER_REDUCTIONS),
    CERTIFICATION(Part.CERTIFICATIONS, Part.SURVEYS, Part.OPINIONS, Part.COMMITTEE_SHEETS, Part.FORMS),
    PROGRESS(Part.PROGRESS),
    FILING(Part.CARDS),
    LIFE(Part.LIFE),
    BENEFITS(Part.HOME_MODIFICATIONS, Part.EQUIPMENT_PURCHASES),
    CARE_PLANS(Part.CARE_PLANS),
    CONSENT,
    /** 閲覧できる事業所, for the insurer alone. */
    ONLOOKERS;

    private final List<Part> parts;

    Tab(Part... parts) {
        this.parts = List.of(parts);
    }

    public List<Part> parts() {
        return parts;
    }

    /** What a look at it asks for: who it is, and what stands on it. */
    public Set<Kind> kinds() {
        Set<Kind> kinds = parts.stream()
                .flatMap(part -> part.kinds().stream())
                .collect(Collectors.toCollection(() -> EnumSet.of(Kind.BANNER)));
        if (this == CONSENT) {
            kinds.add(Kind.CONSENT_STATE);
        }
        if (this == FILING) {
            kinds.add(Kind.FILING);
        }
        if (this == ONLOOKERS) {
            kinds.add(Kind.ACCESS_LOG);
        }
        return kinds;
    }

    /** The worklist that a look at it settles; of such a tab it is remembered when an office saw it last. */
    public Optional<Only> worklist() {
        return switch (this) {
            case CARDS -> Optional.of(Only.CARDS_CHANGED);
            case PROGRESS -> Optional.of(Only.PROGRESS_CHANGED);
            case FILING -> Optional.of(Only.FILING_CHANGED);
            default -> Optional.empty();
        };
    }

    /** As in a path: {@code care-plans}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those of an office. */
    public static List<Tab> ofOffice() {
        return Arrays.stream(values()).filter(tab -> tab != ONLOOKERS).toList();
    }

    /** Those of the insurer. */
    public static List<Tab> ofInsurer() {
        return List.of(values());
    }

    public static Optional<Tab> ofPath(List<Tab> tabs, String path) {
        return tabs.stream().filter(tab -> tab.path().equals(path)).findFirst();
    }
}

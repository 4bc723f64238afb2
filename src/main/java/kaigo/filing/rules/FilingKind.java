package kaigo.filing.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** 届出の種類, in the order of the screen (the ministry's briefing). Names: {@code filing.kind.NAME}. */
public enum FilingKind {
    /** 居宅サービス計画作成依頼. */
    CARE_PLAN("1", "11", "21", "22", "23", "24", "25"),
    /** 介護予防サービス計画作成依頼. */
    PREVENTIVE_PLAN("2", "12", "13", "19"),
    /** 介護予防ケアマネジメント依頼: also of a 事業対象者. */
    PREVENTIVE_MANAGEMENT("3", "06", "12", "13", "19");

    private final String code;
    private final Set<String> levels;

    FilingKind(String code, String... levels) {
        this.code = code;
        this.levels = Set.of(levels);
    }

    /** 届出種別 of P04. */
    public String code() {
        return code;
    }

    /** @param level 要介護状態区分等, a code of M02 */
    public boolean fits(String level) {
        return levels.contains(level);
    }

    /** A plan for prevention may be made by a 居宅介護支援事業所 for the office that is responsible. */
    public boolean mayBeDelegated() {
        return this != CARE_PLAN;
    }

    /** As in a path: {@code care-plan}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FilingKind> ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path().equals(path)).findFirst();
    }
}

package kaigo.layout;

import java.util.List;

/**
 * 読み取り条件.
 *
 * @param accepted the layouts that this insurer may send; two versions of an interface can stand here at once
 * @param strictMembers whether an unknown member in NDJSON refuses its record (E1007) or is passed over (W1007)
 */
public record ReadOptions(List<Layout> accepted, boolean strictMembers, Limits limits) {
    public static ReadOptions standard() {
        return new ReadOptions(Layouts.all(), false, Limits.standard());
    }
}

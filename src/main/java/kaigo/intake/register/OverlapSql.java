package kaigo.intake.register;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The question which arriving records have a period that touches another's of the same person: one that is stored, or one
 * that stands earlier in the chunk. A stored record that the chunk names itself is judged as it arrives.
 */
final class OverlapSql {

    /** @param unless column that takes a stored record out by having a value, or null */
    record Period(String from, String to, @Nullable String unless) {}

    private OverlapSql() {}

    /** Parameters: places, one array per key, from, to, one array per column that is alike, the insurer. */
    static String of(String table, List<String> keys, List<String> alike, Period period) {
        List<String> kinds = new ArrayList<>();
        alike.forEach(column -> kinds.add("kind" + (kinds.size() + 1)));
        String arrays = "?::int[]" + ", ?::text[]".repeat(keys.size()) + ", ?::date[], ?::date[]"
                + ", ?::text[]".repeat(alike.size());
        String names = "n, " + String.join(", ", keys) + ", from_day, to_day" + listed("", kinds);
        String stored = "null::int, t." + String.join(", t.", keys) + ", t." + period.from() + ", t." + period.to()
                + listed("t.", alike);
        return "with k as materialized (select * from unnest(" + arrays + ") as k(" + names + ")),"
                + " other as (select * from k union all"
                + " select " + stored + " from (select distinct insured_number from k) as p"
                + " join " + table + " t on t.insurer_number = ? and t.insured_number = p.insured_number"
                + " where t.deleted_at is null and t." + period.from() + " is not null"
                + (period.unless() == null ? "" : " and t." + period.unless() + " is null")
                + " and not exists (select from k where " + equal("k", "t", keys) + "))"
                + " select distinct k.n from k join other o on o.insured_number = k.insured_number"
                + (kinds.isEmpty() ? "" : " and " + equal("o", "k", kinds))
                + " and (o.n is null or o.n < k.n)"
                + " and o.from_day <= coalesce(k.to_day, 'infinity') and coalesce(o.to_day, 'infinity') >= k.from_day";
    }

    private static String listed(String prefix, List<String> columns) {
        return columns.stream().map(column -> ", " + prefix + column).collect(Collectors.joining());
    }

    private static String equal(String left, String right, List<String> columns) {
        return columns.stream()
                .map(column -> left + "." + column + " = " + right + "." + column)
                .collect(Collectors.joining(" and "));
    }
}

package kaigo.intake.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kaigo.layout.Target;
import kaigo.layout.Target.Column;

/**
 * The comparison of one interface as one statement, in SQL of PostgreSQL 15: of a key that was stated twice the later
 * statement counts. Parameters: insurer, reconciliation, interface, before (differences of the interfaces so far).
 */
final class CompareSql {

    private static final String STATEMENT = """
            with stated as materialized (
                select distinct on (s.insured_number, s.history_no, s.rest_key)
                    s.insured_number, s.history_no, s.rest_key, s.content_hash
                from intake.reconciled_file f
                join intake.stated s on s.insurer_number = f.insurer_number and s.receipt = f.receipt
                where f.insurer_number = :insurer and f.reconciliation = :reconciliation and s.interface = :interface
                order by s.insured_number, s.history_no, s.rest_key, s.receipt desc, s.line desc),
            different as materialized (
                select case when h.content_hash is null then 1 when s.content_hash is null then 2 else 3 end as kind,
                    coalesce(s.insured_number, %s) as insured_number, coalesce(s.history_no, %s) as history_no,
                    coalesce(s.rest_key, %s) as rest_key
                from stated s
                full join (select * from %s where insurer_number = :insurer and deleted_at is null) h on %s
                where s.content_hash is distinct from h.content_hash),
            written as (
                insert into intake.difference (insurer_number, reconciliation, number, interface, kind,
                    insured_number, history_no, rest_key)
                select :insurer, :reconciliation,
                    :before + row_number() over (order by kind, insured_number, history_no, rest_key), :interface,
                    kind, insured_number, history_no, rest_key
                from different)
            insert into intake.reconciliation_count (insurer_number, reconciliation, interface, agreed, only_insurer,
                only_platform, other_content)
            select :insurer, :reconciliation, :interface, (select count(*) from stated) - n.a - n.c, n.a, n.b, n.c
            from (select count(*) filter (where kind = 1) as a, count(*) filter (where kind = 2) as b,
                      count(*) filter (where kind = 3) as c from different) n
            returning interface, agreed, only_insurer, only_platform, other_content""";

    private static final String NOTHING = "''";

    private CompareSql() {}

    static String of(Target target) {
        String insured = part(target, "insuredNumber");
        String history = part(target, "historyNo");
        String rest = rest(target);
        return STATEMENT.formatted(insured, history, rest, target.table(), matching(insured, history, rest));
    }

    private static String part(Target target, String item) {
        return target.keys().stream()
                .filter(column -> column.item().code().equals(item))
                .map(CompareSql::held)
                .findFirst()
                .orElse(NOTHING);
    }

    private static String rest(Target target) {
        String joined = target.keys().stream()
                .filter(column -> !List.of("insuredNumber", "historyNo")
                        .contains(column.item().code()))
                .map(CompareSql::held)
                .collect(Collectors.joining(" || '/' || "));
        return joined.isEmpty() ? NOTHING : joined;
    }

    private static String held(Column column) {
        return "h." + column.name();
    }

    /** Only of the parts that the key has: a full join takes no other condition. */
    private static String matching(String insured, String history, String rest) {
        List<String> conditions = new ArrayList<>();
        conditions.add(insured + " = s.insured_number");
        conditions.add(history + " = s.history_no");
        conditions.add(rest + " = s.rest_key");
        conditions.removeIf(condition -> condition.startsWith(NOTHING));
        return String.join(" and ", conditions);
    }
}

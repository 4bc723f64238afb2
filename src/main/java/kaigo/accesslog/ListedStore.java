package kaigo.accesslog;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.access.JobPermit;
import kaigo.accesslog.FollowStore.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 一覧で示した人: whom an entry names by pointing to a list that is kept (docs/decisions/0009). A statement for each such
 * entry, by the key of its list: one for all entries of a step would read through all results that there are.
 */
@Component
class ListedStore {

    private static final Pattern RECEIPT = Pattern.compile("(reconciliation )?[0-9]{6}-([0-9]{8})-([0-9]{6})");
    private static final Pattern DAY = Pattern.compile("[0-9]{8}");
    private static final long RECEIPTS_OF_A_DAY = 1_000_000;

    private static final String POINTING = """
            select e.insurer_number, e.at, e.number, e.detail::jsonb ->> 'list' as list from audit.entry e
            where e.stream = :stream and e.number > :after and e.number <= :until
                and e.insurer_number ~ '^[0-9]{6}$'
                and case when e.detail like '%"list"%' then e.detail::jsonb ->> 'list' is not null end""";

    private static final String ADD = """
            insert into accesslog.of_person (insurer_number, insured_number, at, stream, number, tried)
            select distinct l.insurer_number, l.insured_number, cast(:at as timestamptz), cast(:stream as smallint),
                cast(:number as bigint), false
            from intake.listed_person l
            where l.list = :kind and l.insurer_number = :insurer and l.receipt between :first and :last
                and (:kind <> 'DAY' or l.at <= :at) and l.insured_number ~ '^[0-9H][0-9]{9}$'
            on conflict do nothing""";

    private final JdbcClient database;

    ListedStore(JdbcClient database) {
        this.database = database;
    }

    private record Pointing(String insurer, OffsetDateTime at, long number, String list) {}

    void follow(JobPermit permit, Step step) {
        pointing(step).forEach(entry -> add(step, entry));
    }

    private List<Pointing> pointing(Step step) {
        return database.sql(POINTING)
                .param("stream", step.stream())
                .param("after", step.after())
                .param("until", step.until())
                .query((row, n) -> new Pointing(
                        row.getString("insurer_number"),
                        row.getObject("at", OffsetDateTime.class),
                        row.getLong("number"),
                        row.getString("list")))
                .list();
    }

    private void add(Step step, Pointing entry) {
        Matcher receipt = RECEIPT.matcher(entry.list());
        if (receipt.matches()) {
            String kind = receipt.group(1) == null ? "RESULT" : "RECONCILIATION";
            long number = Long.parseLong(receipt.group(2) + receipt.group(3));
            add(step, entry, kind, number, number);
        } else if (DAY.matcher(entry.list()).matches()) {
            long first = Long.parseLong(entry.list()) * RECEIPTS_OF_A_DAY;
            add(step, entry, "DAY", first, first + RECEIPTS_OF_A_DAY - 1);
        }
    }

    private void add(Step step, Pointing entry, String kind, long first, long last) {
        database.sql(ADD)
                .param("at", entry.at())
                .param("stream", step.stream())
                .param("number", entry.number())
                .param("kind", kind)
                .param("insurer", entry.insurer())
                .param("first", first)
                .param("last", last)
                .update();
    }
}

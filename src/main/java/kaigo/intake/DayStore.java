package kaigo.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import kaigo.access.InsurerPermit;
import kaigo.intake.DayReport.EarlierDay;
import kaigo.intake.DayReport.Waiting;
import kaigo.layout.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a day brought to an insurer. Files and records of a day are those with its receipts, and no tests. */
@Component
class DayStore {

    private final JdbcClient database;

    DayStore(JdbcClient database) {
        this.database = database;
    }

    /** Interfaces of which the municipality itself sent a daily file, from the first day to before the last. */
    SortedSet<String> listDailyInterfaces(InsurerPermit permit, LocalDate from, LocalDate to) {
        return new TreeSet<>(database.sql("""
                select distinct interface from intake.file
                where insurer_number = ? and receipt >= ? and receipt < ?
                  and process = 'D' and status <> 90 and interface like 'M%'""")
                .params(permit.insurer().value(), Receipt.first(from), Receipt.first(to))
                .query(String.class)
                .list());
    }

    /** @param sample one of the findings */
    record CauseRow(long receipt, Finding sample, int records, int toDo, boolean varies) {}

    /** Errors of the files with these receipts, by file, error id and item. */
    List<CauseRow> listCauses(InsurerPermit permit, Long[] receipts) {
        return database.sql("""
                select receipt, min(one::text), count(distinct line), count(distinct line) filter (where to_do),
                       count(distinct one::text)
                from intake.failed_record cross join lateral jsonb_array_elements(findings::jsonb) as f(one)
                where insurer_number = ? and receipt = any(?) and one ->> 0 like 'E%'
                group by receipt, one ->> 0, one ->> 1
                order by receipt""")
                .params(permit.insurer().value(), receipts)
                .query((row, n) -> new CauseRow(
                        row.getLong(1),
                        FindingJson.one(row.getString(2)),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5) > 1))
                .list();
    }

    /** Failed records that were not mended, by receipt. */
    Map<Long, Integer> countToDo(InsurerPermit permit, Long[] receipts) {
        Map<Long, Integer> counts = new HashMap<>();
        database.sql("""
                select receipt, count(*) from intake.failed_record
                where insurer_number = ? and receipt = any(?) and to_do group by receipt""").params(permit.insurer().value(), receipts).query(row -> {
            counts.put(row.getLong(1), row.getInt(2));
        });
        return counts;
    }

    /** Records that wait for their M01 and came in this time, those that are given up soonest first. */
    List<Waiting> listWaiting(InsurerPermit permit, long fromReceipt, long toReceipt) {
        return database.sql("""
                select w.receipt, f.interface, w.last, w.records
                from (select insurer_number, receipt, (until at time zone 'Asia/Tokyo')::date as last, count(*) as records
                      from intake.waiting where insurer_number = ? and receipt between ? and ?
                      group by insurer_number, receipt, last) w
                join intake.file f on f.insurer_number = w.insurer_number and f.receipt = w.receipt
                order by w.last, w.receipt""")
                .params(permit.insurer().value(), fromReceipt, toReceipt)
                .query((row, n) -> new Waiting(
                        new Receipt(permit.insurer(), row.getLong(1)),
                        row.getString(2),
                        row.getInt(4),
                        row.getObject(3, LocalDate.class)))
                .list();
    }

    /** Days before with refused records that were not mended, the newest first. */
    List<EarlierDay> listEarlier(InsurerPermit permit, LocalDate day, int limit) {
        return database.sql("""
                select max(u.receipt), count(*) from intake.unmended u
                join intake.file f on f.insurer_number = u.insurer_number and f.receipt = u.receipt
                where u.insurer_number = ? and u.receipt < ? and u.handled_at is null and f.interface <> 'K01'
                group by u.receipt / 1000000 order by 1 desc limit ?""")
                .params(permit.insurer().value(), Receipt.first(day), limit)
                .query((row, n) -> new EarlierDay(new Receipt(permit.insurer(), row.getLong(1)).day(), row.getInt(2)))
                .list();
    }

    record Counts(int files, int unmended, int waiting) {}

    /** Files of the day; what is unmended and waits of all days: of K01 the 国保連合会 has to do, not the municipality. */
    Counts count(InsurerPermit permit, LocalDate day) {
        String insurer = permit.insurer().value();
        return database.sql("""
                select (select count(*) from intake.file
                        where insurer_number = ? and receipt between ? and ? and process <> 'T'),
                    (select count(*) from intake.unmended u
                        join intake.file f on f.insurer_number = u.insurer_number and f.receipt = u.receipt
                        where u.insurer_number = ? and u.handled_at is null and f.interface <> 'K01'),
                    (select count(*) from intake.waiting where insurer_number = ?)""")
                .params(insurer, Receipt.first(day), Receipt.last(day), insurer, insurer)
                .query((row, n) -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    /** A failed record with the key that it was sent under. */
    record Failed(
            long receipt,
            int line,
            @Nullable String insuredNumber,
            @Nullable String historyNo,
            List<Finding> findings,
            boolean toDo) {}

    /** In the order of receipts and lines, behind the one given. */
    List<Failed> listFailed(InsurerPermit permit, Long[] receipts, long afterReceipt, int afterLine, int limit) {
        return database.sql("""
                select receipt, line, insured_number, history_no, findings, to_do from intake.failed_record
                where insurer_number = ? and receipt = any(?) and (receipt, line) > (?, ?)
                order by receipt, line limit ?""")
                .params(permit.insurer().value(), receipts, afterReceipt, afterLine, limit)
                .query((row, n) -> new Failed(
                        row.getLong(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        FindingJson.all(row.getString(5)),
                        row.getBoolean(6)))
                .list();
    }
}

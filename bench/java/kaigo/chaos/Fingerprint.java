package kaigo.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What must be the same after an undisturbed and a disturbed run: every record of every room and of its history, the links,
 * what waits, and for every record of every file its final status and ids. Times and leases may differ.
 */
record Fingerprint(Map<String, String> parts, Map<String, SortedSet<String>> rows) {

    private static final int SHOWN = 3;

    /**
     * Tables of records: everything in the rooms but what is asked for below, and but what a job makes of a loaded M11 in its
     * own time and under numbers of chance (PublishingKillTest kills that).
     */
    private static final String TABLES = """
            select schemaname || '.' || tablename from pg_tables
            where schemaname !~ '^pg_' and schemaname not in ('audit', 'accesslog', 'participants', 'identity', 'intake', 'rollout', 'public', 'operations',
                'information_schema') and tablename not in ('link', 'link_lane', 'link_case', 'pmh_directory',
                'lapse_run', 'coverage', 'office_services') and (schemaname, tablename) <> ('consent', 'event')
                and not (schemaname = 'committee' and tablename !~ '^material')
                and not (schemaname = 'documents' and tablename in ('page', 'to_draw', 'arriving'))
                and not (schemaname = 'outbox' and tablename in ('item', 'last_number'))""";

    private static final String ROWS = """
            (to_jsonb(t) - array['registered_at', 'replaced_at', 'deleted_at', 'received_at', 'recorded_at',
                'ask_at'])::text
            || (to_jsonb(t) ->> 'deleted_at' is null)::text from %s t""";

    private static final Map<String, String> OTHERS = Map.of(
            "links", """
            concat_ws('|', insurer_number, insured_number, state, error, line, encode(number_hmac, 'hex'),
                encode(pmh_hmac, 'hex'), sealed_number is null) from insured.link""",
            "directory", """
            concat_ws('|', encode(pmh_hmac, 'hex'), insurer_number, insured_number) from insured.pmh_directory""",
            "consents", """
            (to_jsonb(t) - 'recorded_at')::text from consent.event t where t.source not like 'LAPSE/%'""",
            // What stands of them: a kill decides when the daily job notes one too early and takes it back.
            "lapses", """
            concat_ws('|', insurer_number, source, act, acted_on) from (
                select distinct on (insurer_number, insured_number, source) * from consent.event where source like 'LAPSE/%'
                order by insurer_number, insured_number, source, revision desc) as t where act <> 'CORRECT'""",
            "waiting", """
            concat_ws('|', f.interface, f.process, f.sequence, w.line, w.insured_number, w.ready)
            from intake.waiting w join intake.file f using (insurer_number, receipt)""",
            // Their numbers are those of the moment; that each reception is told of once, and rightly, is not.
            "announced", """
            concat_ws('|', f.interface, f.process, f.sequence, i.quiet, (i.record::jsonb - 'receiptNo')::text)
            from outbox.item i join intake.file f on f.insurer_number = i.insurer_number
                and i.receipt = f.insurer_number || '-' || left(f.receipt::text, 8) || '-' || right(f.receipt::text, 6)""",
            "results", """
            concat_ws('|', f.interface, f.process, f.sequence, r.line, r.insured_number, r.history_no, r.rest_key,
                r.update_type, r.status, r.link_state, r.findings)
            from intake.result r join intake.file f using (insurer_number, receipt)""",
            "files", """
            concat_ws('|', interface, process, sequence, encode(sha256, 'hex'), records, status, done, normal, warned,
                failed, linking, waiting, finished_at is not null) from intake.file""");

    static Fingerprint take(Connection connection) throws SQLException {
        Map<String, String> parts = new TreeMap<>();
        Map<String, SortedSet<String>> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                parts.put(row.getString(1), digest(connection, ROWS.formatted(row.getString(1))));
            }
        }
        for (Map.Entry<String, String> query : OTHERS.entrySet()) {
            parts.put(query.getKey(), digest(connection, query.getValue()));
            rows.put(query.getKey(), list(connection, query.getValue()));
        }
        return new Fingerprint(parts, rows);
    }

    /** @param rows one text a row, as {@code expression from …} */
    private static String digest(Connection connection, String rows) throws SQLException {
        String sql = "select md5(string_agg(md5(k), '' order by md5(k))), count(*) from (select " + rows + ") as r(k)";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(2) + " " + row.getString(1);
        }
    }

    private static SortedSet<String> list(Connection connection, String rows) throws SQLException {
        SortedSet<String> list = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + rows)) {
            while (row.next()) {
                list.add(row.getString(1));
            }
        }
        return list;
    }

    /** The parts that differ, and of those that are no records the first rows that do, for people. */
    String differenceFrom(Fingerprint other) {
        StringBuilder difference = new StringBuilder();
        parts.forEach((name, value) -> {
            String there = other.parts.get(name);
            if (!value.equals(there)) {
                difference.append("%s: %s <> %s (%s <> %s); "
                        .formatted(name, value, there, onlyIn(this, other, name), onlyIn(other, this, name)));
            }
        });
        return difference.toString();
    }

    private static List<String> onlyIn(Fingerprint one, Fingerprint other, String part) {
        return one.rows.getOrDefault(part, Collections.emptySortedSet()).stream()
                .filter(row -> !other.rows.get(part).contains(row))
                .limit(SHOWN)
                .toList();
    }
}

package kaigo.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * What must be the same after an undisturbed and a disturbed run: the business columns of every person and of its history,
 * its link, and for every record of every file its final status and ids. Times and leases may differ.
 */
record Fingerprint(Map<String, String> parts) {

    private static final Map<String, String> QUERIES =
            Map.of("persons", """
            select md5(string_agg(to_jsonb(t)::text, ',' order by insurer_number, insured_number)), count(*)
            from (select p.*, null as registered_at, p.deleted_at is not null as deleted_at from insured.person p) t""", "history", """
            select md5(string_agg(t.k, ',' order by t.k)), count(*)
            from (select insurer_number || insured_number || revision || encode(content_hash, 'hex') as k
                  from insured.person_history) t""", "links", """
            select md5(string_agg(t.k, ',' order by t.k)), count(*)
            from (select concat_ws('|', insurer_number, insured_number, state, error, line, encode(number_hmac, 'hex'),
                      encode(pmh_hmac, 'hex'), sealed_number is null) as k from insured.link) t""", "directory", """
            select md5(string_agg(t.k, ',' order by t.k)), count(*)
            from (select concat_ws('|', encode(pmh_hmac, 'hex'), insurer_number, insured_number) as k
                  from insured.pmh_directory) t""", "results", """
            select md5(string_agg(t.k, ',' order by t.k)), count(*)
            from (select concat_ws('|', f.process, f.sequence, r.line, r.insured_number, r.update_type, r.status,
                      r.link_state, r.findings) as k
                  from intake.result r join intake.file f using (insurer_number, receipt)) t""", "files", """
            select md5(string_agg(t.k, ',' order by t.k)), count(*)
            from (select concat_ws('|', process, sequence, encode(sha256, 'hex'), records, status, done, normal, warned,
                      failed, linking, finished_at is not null) as k from intake.file) t""");

    static Fingerprint take(Connection connection) throws SQLException {
        Map<String, String> parts = new TreeMap<>();
        for (Map.Entry<String, String> query : QUERIES.entrySet()) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query.getValue())) {
                row.next();
                parts.put(query.getKey(), row.getLong(2) + " " + row.getString(1));
            }
        }
        return new Fingerprint(parts);
    }

    /** The parts that differ, for people. */
    String differenceFrom(Fingerprint other) {
        StringBuilder difference = new StringBuilder();
        parts.forEach((name, value) -> {
            String there = other.parts.get(name);
            if (!value.equals(there)) {
                difference
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append(" <> ")
                        .append(there)
                        .append("; ");
            }
        });
        return difference.toString();
    }
}

package kaigo.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kaigo.bench.PlainRecords.Told;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;

/** The same SQL as an audited look, and nothing else: facts and record in one snapshot, then an entry, durable. */
final class BareReads {

    private static final String SNAPSHOT = "start transaction isolation level repeatable read read only";

    private BareReads() {}

    /** @param persons "insurer/insured" */
    static List<Pace.Reader> readers(List<Connection> connections, ReadCountry country, List<String> persons)
            throws Exception {
        Map<String, Told> told = told(connections.getFirst(), persons);
        List<Pace.Reader> readers = new ArrayList<>();
        for (int i = 0; i < connections.size(); i++) {
            Connection connection = connections.get(i);
            // As the server's own connections for looks: a plan for each look would cost the loop most of its time.
            connection.createStatement().execute("set plan_cache_mode = force_generic_plan");
            connection.unwrap(PGConnection.class).setPrepareThreshold(1);
            Query facts = new Query(connection, ReadCountry.factsSql(), country.viewer());
            Query record = new Query(connection, PlainRecords.statement(), country.viewer());
            PreparedStatement entry = connection.prepareStatement(
                    "insert into bench.entry values (?, ?, now(), ?, 'FILE_LOOKED', 'office', ?, array[?], ?, ?)");
            Random chance = new Random(i);
            short stream = (short) i;
            Statement plain = connection.createStatement();
            readers.add(() -> {
                String chosen = persons.get(chance.nextInt(persons.size()));
                String[] person = chosen.split("/");
                plain.execute(SNAPSHOT);
                facts.run(person, told.get(chosen));
                record.run(person, told.get(chosen));
                plain.execute("commit");
                write(entry, stream, person);
            });
        }
        return readers;
    }

    /** The record is of the same applications as in the look. */
    private static Map<String, Told> told(Connection connection, List<String> persons) throws SQLException {
        Map<String, Told> told = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(PlainRecords.TOLD)) {
            statement.setObject(1, ChildServerMain.TODAY);
            for (String person : persons) {
                String[] key = person.split("/");
                statement.setString(2, key[0]);
                statement.setString(3, key[1]);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    told.put(person, Told.of(row));
                }
            }
        }
        return told;
    }

    private static void write(PreparedStatement entry, short stream, String[] person) throws SQLException {
        entry.setShort(1, stream);
        entry.setLong(2, System.nanoTime());
        entry.setString(3, "01a1f6fe-d280-7708-b36f-df76ffcaa895");
        entry.setString(4, person[0]);
        entry.setString(5, person[1]);
        entry.setString(6, "{\"kinds\":{\"CERT_SURVEY\":\"VERIFIED\"},\"rule\":\"2026-11-24\"}");
        entry.setBytes(7, new byte[32]);
        entry.executeUpdate();
    }

    /** A statement with names for its parameters, prepared once. */
    private static final class Query {

        private final PreparedStatement statement;
        private final ParsedSql parsed;
        private final Map<String, Object> values;

        Query(Connection connection, String sql, Map<String, Object> viewer) throws SQLException {
            this.parsed = NamedParameterUtils.parseSqlStatement(sql);
            this.values = new LinkedHashMap<>(viewer);
            this.values.put("at", OffsetDateTime.of(ReadCountry.NOW, ZoneOffset.UTC));
            values.put("insurer", "");
            values.put("insured", "");
            values.put("certified", null);
            values.put("addressOpen", null);
            this.statement = connection.prepareStatement(
                    NamedParameterUtils.substituteNamedParameters(parsed, new MapSqlParameterSource(values)));
        }

        void run(String[] person, Told told) throws SQLException {
            values.put("insurer", person[0]);
            values.put("insured", person[1]);
            values.put("certified", told.certified());
            values.put("addressOpen", told.addressOpen());
            Object[] ordered = NamedParameterUtils.buildValueArray(parsed, new MapSqlParameterSource(values), null);
            for (int i = 0; i < ordered.length; i++) {
                statement.setObject(i + 1, ordered[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    row.getString(1);
                }
            }
        }
    }
}

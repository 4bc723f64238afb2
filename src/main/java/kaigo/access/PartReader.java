package kaigo.access;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kaigo.access.rules.Kind;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the rooms hold of one person, under a permit. */
@Component
public final class PartReader {

    private final JdbcClient database;
    private final JdbcOperations statements;

    PartReader(JdbcClient database, JdbcOperations statements) {
        this.database = database;
        this.statements = statements;
    }

    /**
     * The same as the last statement of a look: the end of its snapshot goes along with it and costs no round trip of its own.
     * The permit ends with it.
     */
    public <K extends Enum<K>> Map<K, String> readLast(FilePermit permit, PartQuery<K> query) {
        PreparedStatementSetter values =
                new ArgumentPreparedStatementSetter(query.sql().values(parameters(permit)));
        permit.close();
        return statements.execute(query.sql().positional() + "; commit", (PreparedStatement statement) -> {
            values.setValues(statement);
            statement.execute();
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return query.answers(columns(row));
            }
        });
    }

    /** The text of each part. */
    public <K extends Enum<K>> Map<K, String> read(FilePermit permit, PartQuery<K> query) {
        return database.sql(query.sql().positional())
                .params(query.sql().values(parameters(permit)))
                .query((row, number) -> query.answers(columns(row)))
                .single();
    }

    /** One statement, with parameters beside the permit's. */
    public String read(FilePermit permit, PartSql part, Map<String, ?> more) {
        return database.sql(part.text())
                .paramSource(parameters(permit).addValues(more))
                .query(String.class)
                .single();
    }

    private static MapSqlParameterSource parameters(FilePermit permit) {
        MapSqlParameterSource parameters = new MapSqlParameterSource()
                .addValue("insurer", permit.insurer().value())
                .addValue("insured", permit.insured().value())
                .addValue("certified", permit.certified().toArray(String[]::new))
                .addValue("addressOpen", permit.addressOpen())
                .addValue("today", permit.today());
        for (Kind kind : Kind.values()) {
            parameters.addValue(kind.name(), permit.shows(kind));
        }
        return parameters;
    }

    private static List<String> columns(ResultSet row) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            columns.add(row.getString(i));
        }
        return columns;
    }
}

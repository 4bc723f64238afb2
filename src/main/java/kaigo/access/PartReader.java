package kaigo.access;

import kaigo.access.rules.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the records of one kind under a permit, for the rooms that hold them. */
@Component
public final class PartReader {

    private final JdbcClient database;

    PartReader(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param statement with the parameters :insurer, :insured and :shown; the same one runs whether the kind is shown or
     *     not (settled 22)
     * @return its one text, a JSON array
     */
    public String read(FilePermit permit, Kind kind, String statement) {
        return database.sql(statement)
                .param("insurer", permit.insurer().value())
                .param("insured", permit.insured().value())
                .param("shown", permit.shows(kind))
                .query(String.class)
                .single();
    }
}

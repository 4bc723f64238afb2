package kaigo.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The only SQL of the audit stream: append, the end of the chain, and a read in order for the verifier. */
final class AuditStore {

    /** A group in one statement, which is a transaction of its own: one round trip, whether of one entry or of many. */
    private static final String APPEND = """
            insert into audit.entry
                (stream, number, at, request_id, event, actor, insurer_number, subjects, detail, hash)
            select ?, number, at, request_id, event, actor, insurer_number,
                string_to_array(subjects, '%s'), detail, hash
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                as link (number, at, request_id, event, actor, insurer_number, subjects, detail, hash)""".formatted(AuditEntry.BETWEEN_SUBJECTS);

    private static final String END =
            "select number, hash from audit.entry where stream = ? order by number desc limit 1";

    private static final String STEP = """
            select number, at, request_id, event, actor, insurer_number, subjects, detail, hash
            from audit.entry where stream = ? and number > ? and number <= ? order by number limit ?""";

    /** Jumps from stream to stream along the key. */
    private static final String STREAMS = """
            with recursive found(stream) as (
                select min(stream) from audit.entry
                union all
                select (select min(stream) from audit.entry where stream > found.stream) from found
                where found.stream is not null)
            select stream from found where stream is not null""";

    private final DataSource database;

    AuditStore(DataSource database) {
        this.database = database;
    }

    ChainEnd end(short stream) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(END)) {
            statement.setShort(1, stream);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new ChainEnd(row.getLong(1), row.getBytes(2)) : new ChainEnd(0, ChainLink.GENESIS);
            }
        }
    }

    List<Short> streams() throws SQLException {
        List<Short> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STREAMS)) {
            while (row.next()) {
                found.add(row.getShort(1));
            }
        }
        return found;
    }

    /** All or none. Two writers on one stream meet at the primary key: the later one fails and reads the end again. */
    void append(List<ChainLink> links) throws SQLException {
        try (Connection connection = database.getConnection()) {
            append(connection, links);
        }
    }

    static void append(Connection connection, List<ChainLink> links) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setShort(1, links.getFirst().stream());
            Columns columns = new Columns(statement, links);
            columns.add("bigint", ChainLink::number);
            columns.add("timestamptz", link -> OffsetDateTime.ofInstant(link.at(), ZoneOffset.UTC));
            columns.add("text", link -> link.entry().requestId());
            columns.add("text", link -> link.entry().event().name());
            columns.add("text", link -> link.entry().actor());
            columns.add("text", link -> link.entry().insurerNumber());
            columns.add(
                    "text",
                    link -> String.join(
                            AuditEntry.BETWEEN_SUBJECTS, link.entry().subjects()));
            columns.add("text", link -> link.entry().detail());
            columns.add("bytea", ChainLink::hash);
            statement.executeUpdate();
        }
    }

    /** Columns of a group, each one array. */
    private static final class Columns {
        private final PreparedStatement statement;
        private final List<ChainLink> links;
        private int last = 1;

        Columns(PreparedStatement statement, List<ChainLink> links) {
            this.statement = statement;
            this.links = links;
        }

        void add(String type, Function<ChainLink, @Nullable Object> value) throws SQLException {
            Object[] values = type.equals("bytea") ? new byte[links.size()][] : new Object[links.size()];
            Arrays.setAll(values, i -> value.apply(links.get(i)));
            statement.setArray(++last, statement.getConnection().createArrayOf(type, values));
        }
    }

    /** Those behind {@code after} up to {@code until}, at most so many, in order; answers how many. */
    int forEach(short stream, long after, long until, int limit, Consumer<ChainLink> each) throws SQLException {
        int read = 0;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(STEP)) {
            connection.setAutoCommit(false);
            statement.setFetchSize(2_000);
            statement.setShort(1, stream);
            statement.setLong(2, after);
            statement.setLong(3, until);
            statement.setInt(4, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    each.accept(readable(stream, row));
                    read++;
                }
            }
            connection.rollback();
        }
        return read;
    }

    /** A row that holds what no writer ever wrote: an event that there is not, nothing where something must be. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long number;

        Unreadable(long number) {
            super("number " + number + " holds what was never written");
            this.number = number;
        }

        long number() {
            return number;
        }
    }

    private static ChainLink readable(short stream, ResultSet row) throws SQLException {
        try {
            ChainLink link = link(stream, row);
            link.micros();
            return link;
        } catch (RuntimeException e) {
            throw new Unreadable(row.getLong(1));
        }
    }

    private static ChainLink link(short stream, ResultSet row) throws SQLException {
        AuditEntry entry = new AuditEntry(
                row.getString(3),
                AuditEvent.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6),
                List.of((String[]) row.getArray(7).getArray()),
                row.getString(8));
        return new ChainLink(
                stream,
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                entry,
                Objects.requireNonNull(row.getBytes(9)));
    }
}

package kaigo.forwarding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import kaigo.access.JobPermit;
import kaigo.audit.Followers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How far each stream was forwarded, and what is to be forwarded next. */
@Component
class ForwardStore {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;

    ForwardStore(JdbcClient database) {
        this.database = database;
    }

    /** An entry as the collector gets it; others than the jobs that follow the stream are counted. */
    record Line(long number, boolean counts, String json) {}

    /** The number up to which it was forwarded; none while another server forwards it. Held until the end of the transaction. */
    OptionalLong takeMark(JobPermit permit, short stream) {
        database.sql("insert into forwarding.mark (stream, number) values (?, 0) on conflict do nothing")
                .param(stream)
                .update();
        return database
                .sql("select number from forwarding.mark where stream = ? for update skip locked")
                .param(stream)
                .query(Long.class)
                .optional()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    List<Line> listAfter(JobPermit permit, short stream, long number, int limit) {
        return database.sql("""
                select stream, number, at, request_id, event, actor, insurer_number, subjects, detail, hash
                from audit.entry where stream = ? and number > ? order by number limit ?""")
                .params(stream, number, limit)
                .query((row, n) -> line(row))
                .list();
    }

    void setMark(JobPermit permit, short stream, long number) {
        database.sql("update forwarding.mark set number = ? where stream = ?")
                .params(number, stream)
                .update();
    }

    private static Line line(ResultSet row) throws SQLException {
        Entry entry = new Entry(
                row.getShort("stream"),
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant().toString(),
                row.getString("request_id"),
                row.getString("event"),
                row.getString("actor"),
                row.getString("insurer_number"),
                List.of((String[]) row.getArray("subjects").getArray()),
                row.getString("detail"),
                HexFormat.of().formatHex(row.getBytes("hash")));
        return new Line(entry.number(), !Followers.ACTORS.contains(entry.actor()), JSON.writeValueAsString(entry));
    }

    /** @param detail JSON in a text: the hash is over its bytes */
    private record Entry(
            short stream,
            long number,
            String at,
            String requestId,
            String event,
            String actor,
            @Nullable String insurerNumber,
            List<String> subjects,
            String detail,
            String hash) {}
}

package kaigo.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kaigo.access.ConsentPermit;
import kaigo.access.InsurerPermit;
import kaigo.outbox.Outbox.Fetched;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OutboxStore {

    private final JdbcClient database;

    OutboxStore(JdbcClient database) {
        this.database = database;
    }

    /** Whoever puts something in for an insurer waits for the one before: numbers are seen in their order. */
    void add(ConsentPermit permit, String interfaceId, String record, Instant now) {
        database.sql("""
                with next as (
                    insert into outbox.last_number as n (insurer_number, number) values (:insurer, 1)
                    on conflict (insurer_number) do update set number = n.number + 1 returning number)
                insert into outbox.item (insurer_number, number, interface_id, insured_number, record, put_at)
                select :insurer, number, :interface, :insured, :record, :now from next""")
                .param("insurer", permit.person().insurer().value())
                .param("interface", interfaceId)
                .param("insured", permit.person().insured().value())
                .param("record", record)
                .param("now", utc(now))
                .update();
    }

    List<OutboxItem> list(InsurerPermit permit, @Nullable String interfaceId, long since, int limit) {
        return database.sql("""
                select number, interface_id, insured_number, put_at, fetched_at from outbox.item
                where insurer_number = :insurer and number > :since
                    and (:interface::text is null or interface_id = :interface)
                order by number limit :limit""")
                .param("insurer", permit.insurer().value())
                .param("since", since)
                .param("interface", interfaceId)
                .param("limit", limit)
                .query((row, n) -> item(row))
                .list();
    }

    Optional<Fetched> find(InsurerPermit permit, long number) {
        return database.sql("""
                select number, interface_id, insured_number, put_at, fetched_at, record from outbox.item
                where insurer_number = ? and number = ?""")
                .params(permit.insurer().value(), number)
                .query((row, n) -> new Fetched(item(row), row.getString("record")))
                .optional();
    }

    void markFetched(InsurerPermit permit, long number, Instant now) {
        database.sql("""
                update outbox.item set fetched_at = ?
                where insurer_number = ? and number = ? and fetched_at is null""").params(utc(now), permit.insurer().value(), number).update();
    }

    private static OutboxItem item(ResultSet row) throws SQLException {
        OffsetDateTime fetched = row.getObject("fetched_at", OffsetDateTime.class);
        return new OutboxItem(
                row.getLong("number"),
                row.getString("interface_id"),
                row.getString("insured_number"),
                row.getObject("put_at", OffsetDateTime.class).toInstant(),
                fetched == null ? null : fetched.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

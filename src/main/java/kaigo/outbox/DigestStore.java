package kaigo.outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kaigo.access.InsurerPermit;
import kaigo.access.JobPermit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DigestStore {

    private final JdbcClient database;

    DigestStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param waiting items that nobody has fetched
     * @param oldest when the first of them was put in
     */
    record Due(String insurer, String name, String address, long waiting, Instant oldest) {

        @Override
        public String toString() {
            return "Due[" + insurer + "]";
        }
    }

    /** Insurers that have not been told today, and of whose items some wait. */
    List<Due> list(JobPermit permit, LocalDate today) {
        return database.sql("""
                select d.insurer_number, i.name, d.address, w.waiting, w.oldest
                from outbox.digest d
                join participants.insurer i on i.insurer_number = d.insurer_number
                cross join lateral (select count(*) as waiting, min(put_at) as oldest from outbox.item o
                    where o.insurer_number = d.insurer_number and o.fetched_at is null and not o.quiet) w
                where (d.told_on is null or d.told_on < ?) and w.waiting > 0
                order by d.insurer_number""")
                .param(today)
                .query((row, n) -> new Due(
                        row.getString("insurer_number"),
                        row.getString("name"),
                        row.getString("address"),
                        row.getLong("waiting"),
                        row.getObject("oldest", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * Takes the day upon itself, until the end of the transaction; of two who want it the later one waits.
     *
     * @return false if it was told already, or is not wanted any more
     */
    boolean take(JobPermit permit, Due due, LocalDate today) {
        return database.sql("""
                update outbox.digest set told_on = :today
                where insurer_number = :insurer and address = :address and (told_on is null or told_on < :today)""")
                        .param("today", today)
                        .param("insurer", due.insurer())
                        .param("address", due.address())
                        .update()
                > 0;
    }

    Optional<String> findAddress(InsurerPermit permit) {
        return database.sql("select address from outbox.digest where insurer_number = ?")
                .param(permit.insurer().value())
                .query(String.class)
                .optional();
    }

    void put(InsurerPermit permit, String address, Instant now, String by) {
        database.sql("""
                insert into outbox.digest (insurer_number, address, set_at, set_by) values (:insurer, :address, :now, :by)
                on conflict (insurer_number) do update
                set address = excluded.address, set_at = excluded.set_at, set_by = excluded.set_by""")
                .param("insurer", permit.insurer().value())
                .param("address", address)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void remove(InsurerPermit permit) {
        database.sql("delete from outbox.digest where insurer_number = ?")
                .param(permit.insurer().value())
                .update();
    }
}

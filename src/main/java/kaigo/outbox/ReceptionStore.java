package kaigo.outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import kaigo.access.InsurerPermit;
import kaigo.access.NotAboutAPerson;
import kaigo.outbox.Receptions.Closed;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ReceptionStore {

    private final JdbcClient database;

    ReceptionStore(JdbcClient database) {
        this.database = database;
    }

    @NotAboutAPerson("what an insurer takes by this way, which everybody may know")
    Optional<Closed> find(InsurerNumber insurer, String interfaceId) {
        return database.sql("select takes_from from outbox.reception where insurer_number = ? and interface_id = ?")
                .params(insurer.value(), interfaceId)
                .query((row, n) -> new Closed(row.getObject(1, LocalDate.class)))
                .optional();
    }

    void open(InsurerPermit permit, String interfaceId) {
        database.sql("delete from outbox.reception where insurer_number = ? and interface_id = ?")
                .params(permit.insurer().value(), interfaceId)
                .update();
    }

    void close(InsurerPermit permit, String interfaceId, Closed closed, Instant now, String by) {
        database.sql("""
                insert into outbox.reception (insurer_number, interface_id, takes_from, set_at, set_by)
                values (:insurer, :interface, :from, :now, :by)
                on conflict (insurer_number, interface_id) do update
                set takes_from = excluded.takes_from, set_at = excluded.set_at, set_by = excluded.set_by""")
                .param("insurer", permit.insurer().value())
                .param("interface", interfaceId)
                .param("from", closed.until())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("by", by)
                .update();
    }
}

package kaigo.opinion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kaigo.access.InsurerPermit;
import kaigo.access.NotAboutAPerson;
import kaigo.opinion.FeeTables.Dated;
import kaigo.opinion.rules.Fees;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class FeeStore {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;

    FeeStore(JdbcClient database) {
        this.database = database;
    }

    @NotAboutAPerson("what an insurer pays for an opinion, which everybody may know")
    Optional<Fees> find(InsurerNumber insurer, LocalDate day) {
        return database.sql("""
                select fees from opinion.fee_table where insurer_number = ? and valid_from <= ?
                order by valid_from desc limit 1""")
                .params(insurer.value(), day)
                .query((row, n) -> fees(row.getString(1)))
                .optional();
    }

    List<Dated> list(InsurerPermit permit) {
        return database.sql("""
                select valid_from, fees from opinion.fee_table where insurer_number = ? order by valid_from desc""")
                .param(permit.insurer().value())
                .query((row, n) -> new Dated(row.getObject(1, LocalDate.class), fees(row.getString(2))))
                .list();
    }

    void set(InsurerPermit permit, Dated table, Instant now, String by) {
        database.sql("""
                insert into opinion.fee_table (insurer_number, valid_from, fees, set_at, set_by)
                values (:insurer, :from, :fees, :now, :by)
                on conflict (insurer_number, valid_from) do update
                set fees = excluded.fees, set_at = excluded.set_at, set_by = excluded.set_by""")
                .param("insurer", permit.insurer().value())
                .param("from", table.from())
                .param("fees", JSON.writeValueAsString(table.fees()))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void remove(InsurerPermit permit, LocalDate from) {
        database.sql("delete from opinion.fee_table where insurer_number = ? and valid_from = ?")
                .params(permit.insurer().value(), from)
                .update();
    }

    private static Fees fees(String json) {
        return JSON.readValue(json, Fees.class);
    }
}

package kaigo.intake.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kaigo.access.JobPermit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the persons of a chunk are registered (M01), and since when they are no longer insured. */
final class People {

    private final JdbcClient database;

    People(JdbcClient database) {
        this.database = database;
    }

    /**
     * The registered ones among these persons with their 資格喪失年月日. Until the transaction ends no M01 of the insurer is
     * registered: so nobody comes to be registered between this look and the record that is kept waiting.
     */
    Map<String, Optional<LocalDate>> registered(JobPermit permit, ChunkContext context, List<String> insuredNumbers) {
        database.sql("insert into intake.lane (insurer_number, order_group) values (?, 'M01') on conflict do nothing")
                .param(context.insurer().value())
                .update();
        database.sql("select 1 from intake.lane where insurer_number = ? and order_group = 'M01' for share")
                .param(context.insurer().value())
                .query(Integer.class)
                .optional();
        Map<String, Optional<LocalDate>> found = new HashMap<>();
        database.sql("""
                select p.insured_number, p.lost_on
                from unnest(?::text[]) as k(insured_number)
                join insured.person p on p.insurer_number = ? and p.insured_number = k.insured_number
                where p.deleted_at is null""")
                .params(insuredNumbers.toArray(new String[0]), context.insurer().value())
                .query(row -> {
                    found.put(row.getString(1), Optional.ofNullable(row.getObject(2, LocalDate.class)));
                });
        return found;
    }
}

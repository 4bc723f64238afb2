package kaigo.intake.reconcile;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kaigo.access.JobPermit;
import kaigo.intake.Receipt;
import kaigo.intake.Targets;
import kaigo.intake.reconcile.Reconciliation.Count;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 突き合わせ: everything that the comparing job asks of the database, in its one transaction. */
@Component
class CompareStore {

    private final JdbcClient database;

    CompareStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * The reconciliation that waits longest, unless a file that came before it was asked for is still being registered.
     * Its row is held until the transaction ends: that is the claim, and a kill gives it back.
     */
    Optional<Receipt> claim(JobPermit permit) {
        return database.sql("""
                select r.insurer_number, r.receipt from intake.reconciliation r
                where r.compared_at is null
                  and not exists (select from intake.file f where f.insurer_number = r.insurer_number
                      and f.status in (10, 20) and f.received_at <= r.asked_at)
                order by r.asked_at limit 1 for update of r skip locked""")
                .query((row, n) -> new Receipt(new InsurerNumber(row.getString(1)), row.getLong(2)))
                .optional();
    }

    List<String> listInterfaces(JobPermit permit, Receipt reconciliation) {
        // One comparison sorts and hashes as many rows as an insurer has persons; there is one at a time.
        database.sql("set local work_mem = '128MB'").update();
        return database.sql("""
                select distinct s.interface from intake.reconciled_file f
                join intake.stated s on s.insurer_number = f.insurer_number and s.receipt = f.receipt
                where f.insurer_number = ? and f.reconciliation = ? order by 1""")
                .params(reconciliation.insurer().value(), reconciliation.number())
                .query(String.class)
                .list();
    }

    /** @param before differences of the interfaces that were compared before this one */
    Count compare(JobPermit permit, Receipt reconciliation, String interfaceId, int before) {
        return database.sql(CompareSql.of(Targets.find(interfaceId).orElseThrow()))
                .param("insurer", reconciliation.insurer().value())
                .param("reconciliation", reconciliation.number())
                .param("interface", interfaceId)
                .param("before", before)
                .query((row, n) ->
                        new Count(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)))
                .single();
    }

    /** The statements have done their work. */
    void finish(JobPermit permit, Receipt reconciliation, Instant now) {
        database.sql("""
                delete from intake.stated s using intake.reconciled_file f
                where f.insurer_number = ? and f.reconciliation = ?
                  and s.insurer_number = f.insurer_number and s.receipt = f.receipt""")
                .params(reconciliation.insurer().value(), reconciliation.number())
                .update();
        database.sql("update intake.reconciliation set compared_at = ? where insurer_number = ? and receipt = ?")
                .params(
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                        reconciliation.insurer().value(),
                        reconciliation.number())
                .update();
    }
}

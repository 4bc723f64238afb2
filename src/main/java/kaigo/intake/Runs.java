package kaigo.intake;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import kaigo.access.JobPermit;
import kaigo.access.Permit;
import kaigo.layout.ProcessingType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 実行単位: files of one insurer, order group, 処理区分 and 基準日/処理対象日 are one run (settled 25). Remembers the newest
 * 作成日時 that was applied of each.
 */
@Component
class Runs {

    private final JdbcClient database;

    Runs(JdbcClient database) {
        this.database = database;
    }

    /** E1011: a newer file of another run was applied already. A re-send may come late, a test changes nothing. */
    boolean isOvertaken(Permit permit, ReceivedFile file) {
        if (file.process() == ProcessingType.RESEND || file.process() == ProcessingType.TEST) {
            return false;
        }
        return database.sql("""
                select exists (select from intake.run
                    where insurer_number = ? and order_group = ? and newest > ? and not (process = ? and target_date = ?))""")
                .params(
                        file.receipt().insurer().value(),
                        file.orderGroup(),
                        OffsetDateTime.ofInstant(file.createdAt(), ZoneOffset.UTC),
                        file.process().code(),
                        file.targetDate())
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether a file of the same run that was made before was applied: then an initial set-up may carry repairs. Files of one
     * 作成日時 are the parts of one export, and none of them repairs another.
     */
    boolean hasBegun(JobPermit permit, ReceivedFile file) {
        return database.sql("""
                select exists (select from intake.file
                    where insurer_number = ? and interface = ? and process = ? and target_date = ?
                      and created_at < ? and done > 0)""")
                .params(
                        file.receipt().insurer().value(),
                        file.interfaceId(),
                        file.process().code(),
                        file.targetDate(),
                        OffsetDateTime.ofInstant(file.createdAt(), ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    void applied(JobPermit permit, ReceivedFile file) {
        database.sql("""
                insert into intake.run (insurer_number, order_group, process, target_date, newest)
                values (?, ?, ?, ?, ?)
                on conflict (insurer_number, order_group, process, target_date)
                do update set newest = greatest(run.newest, excluded.newest)""")
                .params(
                        file.receipt().insurer().value(),
                        file.orderGroup(),
                        file.process().code(),
                        file.targetDate(),
                        OffsetDateTime.ofInstant(file.createdAt(), ZoneOffset.UTC))
                .update();
    }
}

package kaigo.intake.register;

import java.util.List;
import kaigo.access.JobPermit;
import kaigo.intake.ReceivedFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 送り直し: a file is sent again whole if its name, apart from the moment, and the number of its records are the same. What it
 * registers puts the same line of the file before right, whatever was wrong with its key (docs/decisions/0014).
 */
final class SentAgain {

    private final JdbcClient database;

    SentAgain(JdbcClient database) {
        this.database = database;
    }

    /** Takes the lines out that were refused; those that wait for another person than they now name wait no longer. */
    void putRight(JobPermit permit, ChunkContext context, List<Arrival> chunk) {
        Long[] before = context.isTest() ? new Long[0] : before(context);
        if (before.length == 0) {
            return;
        }
        List<Arrival> registered = chunk.stream().filter(Arrival::isRegistered).toList();
        Integer[] lines = registered.stream().map(one -> one.row().number()).toArray(Integer[]::new);
        String[] firstKeys = registered.stream().map(one -> one.keyPart(0)).toArray(String[]::new);
        String insurer = context.insurer().value();
        database.sql("delete from intake.unmended where insurer_number = ? and receipt = any(?) and line = any(?)")
                .params(insurer, before, lines)
                .update();
        database.sql("""
                update intake.waiting w set superseded = true, ready = true
                from unnest(?::int[], ?::text[]) as now(line, insured_number)
                where w.insurer_number = ? and w.order_group = ? and w.receipt = any(?)
                  and w.line = now.line and w.insured_number <> now.insured_number""")
                .params(lines, firstKeys, insurer, context.file().orderGroup(), before)
                .update();
    }

    /** Receipts of the files that this one is sent again for. */
    private Long[] before(ChunkContext context) {
        ReceivedFile file = context.file();
        if (file.name() == null) {
            return new Long[0];
        }
        return database.sql("""
                select receipt from intake.file
                where insurer_number = ? and interface = ? and target_date = ? and sequence = ? and records = ?
                  and name is not null and receipt < ? and (process = ? or ? = 'R')""")
                .params(
                        context.insurer().value(),
                        file.interfaceId(),
                        file.targetDate(),
                        file.sequence(),
                        file.content().records(),
                        file.receipt().number(),
                        file.process().code(),
                        file.process().code())
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
    }
}

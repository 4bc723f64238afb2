package kaigo.intake.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kaigo.access.JobPermit;
import kaigo.intake.ReceivedFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 未解消: refused records that were not mended since. A refused record is entered; a registered one takes out what was
 * refused under its key before, and its own line if its file is one that is sent again: so a record is mended whose key was
 * wrong or could not be read (docs/decisions/0014).
 */
final class Unmended {

    private static final String COPY = "copy intake.unmended (insurer_number, receipt, line, order_group,"
            + " insured_number, history_no, rest_key) from stdin";

    private final JdbcClient database;
    private final Copier copier;
    private final CopyRows rows = new CopyRows();

    Unmended(JdbcClient database, Copier copier) {
        this.database = database;
        this.copier = copier;
    }

    /** Of a chunk, whose records come after all that its lane has seen. */
    void record(JobPermit permit, ChunkContext context, List<Arrival> chunk) {
        record(permit, context, chunk, Long.MAX_VALUE);
    }

    /** Of records that have waited: what came after their file is not mended by them. */
    void recordReleased(JobPermit permit, ChunkContext context, List<Arrival> released) {
        record(permit, context, released, context.receipt().number());
    }

    private void record(JobPermit permit, ChunkContext context, List<Arrival> arrivals, long before) {
        if (context.isTest()) {
            return;
        }
        if (hasAny(context)) {
            List<Arrival> registered =
                    arrivals.stream().filter(Arrival::isRegistered).toList();
            mendKeys(context, registered, before);
            mendLines(context, registered);
        }
        if (arrivals.stream().anyMatch(Arrival::isRefused)) {
            enter(permit, context, arrivals);
        }
    }

    private boolean hasAny(ChunkContext context) {
        return database.sql("select exists (select from intake.unmended where insurer_number = ? and order_group = ?)")
                .params(context.insurer().value(), context.file().orderGroup())
                .query(Boolean.class)
                .single();
    }

    private void mendKeys(ChunkContext context, List<Arrival> registered, long before) {
        List<ResultKey> keys = registered.stream().map(Arrival::resultKey).toList();
        database.sql("""
                delete from intake.unmended u
                using unnest(?::text[], ?::text[], ?::text[]) as k(insured_number, history_no, rest_key)
                where u.insurer_number = ? and u.order_group = ? and u.insured_number = k.insured_number
                  and u.history_no = k.history_no and u.rest_key = k.rest_key and u.receipt < ?""")
                .params(
                        texts(keys, ResultKey::insuredNumber),
                        texts(keys, ResultKey::historyNo),
                        texts(keys, ResultKey::rest),
                        context.insurer().value(),
                        context.file().orderGroup(),
                        before)
                .update();
    }

    /** A file is sent again if its name, apart from the moment, and the number of its records are the same. */
    private void mendLines(ChunkContext context, List<Arrival> registered) {
        ReceivedFile file = context.file();
        if (file.name() == null) {
            return;
        }
        database.sql("""
                delete from intake.unmended u using intake.file f
                where u.insurer_number = ? and u.order_group = ? and u.receipt < ? and u.line = any(?)
                  and f.insurer_number = u.insurer_number and f.receipt = u.receipt and f.name is not null
                  and f.interface = ? and f.target_date = ? and f.sequence = ? and f.records = ?
                  and (f.process = ? or ? = 'R')""")
                .params(
                        context.insurer().value(),
                        file.orderGroup(),
                        file.receipt().number(),
                        registered.stream().map(one -> one.row().number()).toArray(Integer[]::new),
                        file.interfaceId(),
                        file.targetDate(),
                        file.sequence(),
                        file.content().records(),
                        file.process().code(),
                        file.process().code())
                .update();
    }

    /** A key that a later line of these registers is mended already. */
    private void enter(JobPermit permit, ChunkContext context, List<Arrival> arrivals) {
        Map<ResultKey, Integer> registered = new HashMap<>();
        arrivals.stream()
                .filter(Arrival::isRegistered)
                .forEach(one -> registered.put(one.resultKey(), one.row().number()));
        rows.clear();
        for (Arrival arrival : arrivals) {
            ResultKey key = arrival.resultKey();
            int line = arrival.row().number();
            if (arrival.isRefused() && registered.getOrDefault(key, 0) < line) {
                rows.text(context.insurer().value())
                        .number(context.receipt().number())
                        .number(line)
                        .text(context.file().orderGroup())
                        .text(present(key.insuredNumber()))
                        .text(present(key.historyNo()))
                        .text(present(key.rest()))
                        .endRow();
            }
        }
        copier.copy(permit, COPY, rows);
    }

    private static String[] texts(List<ResultKey> keys, Function<ResultKey, @Nullable String> part) {
        return keys.stream().map(key -> present(part.apply(key))).toArray(String[]::new);
    }

    private static String present(@Nullable String part) {
        return part == null ? "" : part;
    }
}

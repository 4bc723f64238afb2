package kaigo.intake.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kaigo.access.JobPermit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 未解消: refused records that were not mended since. A refused record is entered; a registered one takes out what was
 * refused under its key before (docs/decisions/0014). {@link SentAgain} takes out what had no readable key.
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

    /**
     * Of records that have waited: what came after their file is not mended by them.
     *
     * @param superseded lines that were sent again for another person: nothing is to do about them
     */
    void recordReleased(JobPermit permit, ChunkContext context, List<Arrival> released, Set<Integer> superseded) {
        List<Arrival> ofConcern = released.stream()
                .filter(one ->
                        !one.isRefused() || !superseded.contains(one.row().number()))
                .toList();
        record(permit, context, ofConcern, context.receipt().number());
    }

    private void record(JobPermit permit, ChunkContext context, List<Arrival> arrivals, long before) {
        if (context.isTest()) {
            return;
        }
        if (hasAny(context)) {
            mendKeys(context, arrivals.stream().filter(Arrival::isRegistered).toList(), before);
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

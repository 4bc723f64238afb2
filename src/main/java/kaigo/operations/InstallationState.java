package kaigo.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import kaigo.audit.AuditHeads;
import kaigo.audit.StreamEnd;
import kaigo.intake.Status;
import kaigo.operations.Surroundings.Service;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 稼働状況: counts and moments that tell an operator whether all is well; nothing of any person.
 *
 * @param serverRuns whether a server holds its connection for the audit stream
 * @param files number of files by the code of their 処理ステータス
 * @param oldestOpen when the oldest file that is not loaded yet was received
 * @param waitingLinks persons whose PMHキー is being asked for
 * @param oldestLink since when the longest of them waits
 * @param outbox what municipalities have not fetched, whoever waits longest first
 * @param oldestUnfollowed when the oldest audit entry was written that stands in no access log yet
 * @param oldestUnsent when the oldest audit entry was written that the log collector has not taken; null too if there is no collector
 * @param tampered whether the last verification of the audit stream found something
 * @param freeBytes what the data folder can still take
 */
public record InstallationState(
        SchemaVersion schema,
        boolean serverRuns,
        Map<String, Long> insurers,
        SortedMap<Integer, Long> files,
        @Nullable Instant oldestOpen,
        long waitingLinks,
        @Nullable Instant oldestLink,
        List<Unfetched> outbox,
        List<StreamEnd> audit,
        @Nullable Instant oldestUnfollowed,
        @Nullable Instant oldestUnsent,
        boolean tampered,
        long freeBytes) {

    private static final Duration LONG_OPEN = Duration.ofHours(1);
    private static final long LITTLE_SPACE = 1_000_000_000;
    private static final long MANY_UNANCHORED = 2_000;

    /** The entry behind the mark of each stream. */
    private static final String OLDEST_BEHIND = """
            select e.at from %s m join audit.entry e on e.stream = m.stream and e.number = m.number + 1
            order by 1 limit 1""";

    /** 送付箱 of a municipality. @param oldest since when the longest waits */
    public record Unfetched(String insurer, String name, long count, Instant oldest) {}

    /** Files that are through, too: a walk over all that ever came. */
    private static final String FILES = "select status, count(*) from intake.file group by status";

    /** Two indexes hold them. */
    private static final String OPEN_FILES = """
            select status, count(*) from intake.file where status in (10, 20) group by status
            union all select status, count(*) from intake.file where status in (21, 25) group by status""";

    /** For a page that is opened often: of the files only those that are not through. */
    public static InstallationState readOpen(DataSource source, Surroundings surroundings, Instant now)
            throws SQLException, IOException {
        return read(source, surroundings, now, OPEN_FILES);
    }

    /** @throws IOException if the file of the audit heads can't be read */
    public static InstallationState read(DataSource source, Surroundings surroundings, Instant now)
            throws SQLException, IOException {
        return read(source, surroundings, now, FILES);
    }

    private static InstallationState read(DataSource source, Surroundings surroundings, Instant now, String files)
            throws SQLException, IOException {
        JdbcClient client = JdbcClient.create(source);
        SchemaVersion schema = surroundings.schema();
        Path dataFolder = surroundings.dataFolder();
        return new InstallationState(
                schema,
                isServerRunning(client),
                insurers(new Insurers(client), now),
                files(client, files),
                oldest(client, "select received_at from intake.file where status in (10, 20) order by 1 limit 1"),
                client.sql("select count(*) from insured.link where state = 1")
                        .query(Long.class)
                        .single(),
                oldest(client, "select changed_at from insured.link where state = 1 order by 1 limit 1"),
                outbox(client),
                StreamEnd.all(source, dataFolder.resolve(AuditHeads.FILE)),
                oldest(client, OLDEST_BEHIND.formatted("accesslog.mark")),
                surroundings.has(Service.LOG_COLLECTOR)
                        ? oldest(client, OLDEST_BEHIND.formatted("forwarding.mark"))
                        : null,
                schema.fits() && new ChainVerificationStore(client).isLastTampered(),
                Files.getFileStore(dataFolder).getUsableSpace());
    }

    /** How many files are found under each key of the PMHキー, by its mark; 0: from before keys had marks. */
    public static Map<Integer, Long> countByPmhKey(JdbcClient client) {
        Map<Integer, Long> counts = new LinkedHashMap<>();
        client.sql("select key_mark, count(*) from insured.pmh_directory group by key_mark order by key_mark")
                .query(row -> {
                    counts.put(row.getInt(1), row.getLong(2));
                });
        return counts;
    }

    /** @param client with the role of the application */
    public static boolean isServerRunning(JdbcClient client) {
        return client.sql("""
                select exists (select from pg_stat_activity
                    where application_name = 'kiban-audit' and datname = current_database())""").query(Boolean.class).single();
    }

    /** What somebody should look at; empty if all is well. */
    public Set<Attention> attention(Instant now) {
        Map<Attention, Boolean> asked = new EnumMap<>(Attention.class);
        asked.put(Attention.AUDIT_TAMPERED, tampered);
        asked.put(Attention.SERVER_STOPPED, !serverRuns);
        asked.put(Attention.SCHEMA_DIFFERS, !schema.fits());
        asked.put(Attention.LITTLE_SPACE, freeBytes < LITTLE_SPACE);
        asked.put(Attention.HEADS_DIFFER, audit.stream().anyMatch(InstallationState::isFarFromItsHead));
        asked.put(Attention.FILE_WAITS, isLongAgo(oldestOpen, now));
        asked.put(Attention.LINK_WAITS, isLongAgo(oldestLink, now));
        asked.put(Attention.LOG_BEHIND, isLongAgo(oldestUnfollowed, now));
        asked.put(Attention.NOT_FORWARDED, isLongAgo(oldestUnsent, now));
        asked.values().removeIf(found -> !found);
        return asked.keySet();
    }

    private static boolean isFarFromItsHead(StreamEnd end) {
        return end.unanchored() > MANY_UNANCHORED || end.lastHead() > end.lastNumber();
    }

    /** Files that are not through, but for those that wait for their M01. */
    public long openFiles() {
        return files.entrySet().stream()
                .filter(file -> Status.ofCode(file.getKey()).isMoving())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static boolean isLongAgo(@Nullable Instant begun, Instant now) {
        return begun != null && begun.plus(LONG_OPEN).isBefore(now);
    }

    private static @Nullable Instant oldest(JdbcClient client, String question) {
        return client.sql(question)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .orElse(null);
    }

    private static List<Unfetched> outbox(JdbcClient client) {
        return client.sql("""
                select w.insurer_number, coalesce(i.name, '') as name, w.waiting, w.oldest
                from (select insurer_number, count(*) as waiting, min(put_at) as oldest from outbox.item
                    where fetched_at is null and not quiet group by insurer_number) as w
                left join participants.insurer i using (insurer_number) order by w.oldest, w.insurer_number""")
                .query((row, n) -> new Unfetched(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Map<String, Long> insurers(Insurers insurers, Instant now) {
        Map<String, Long> counts = new LinkedHashMap<>();
        List.of("準備中", "初期セットアップ", "日次", "利用開始").forEach(state -> counts.put(state, 0L));
        insurers.list().forEach(insurer -> counts.merge(state(insurer, now), 1L, Long::sum));
        return counts;
    }

    private static String state(Insurer insurer, Instant now) {
        var today = Days.of(now);
        if (insurer.startedOn() != null && !today.isBefore(insurer.startedOn())) {
            return "利用開始";
        }
        if (insurer.takesDaily(today)) {
            return "日次";
        }
        return insurer.takesInitialLoad(today) ? "初期セットアップ" : "準備中";
    }

    private static SortedMap<Integer, Long> files(JdbcClient client, String question) {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        client.sql(question).query(row -> {
            counts.put(row.getInt(1), row.getLong(2));
        });
        return counts;
    }
}

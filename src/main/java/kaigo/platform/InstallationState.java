package kaigo.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import kaigo.audit.AuditHeads;
import kaigo.audit.StreamEnd;
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
 * @param oldestUnsent when the oldest audit entry was written that the log collector has not taken; null too if there is no collector
 * @param freeBytes what the data folder can still take
 */
public record InstallationState(
        Migrations.State migration,
        boolean serverRuns,
        Map<String, Long> insurers,
        SortedMap<Integer, Long> files,
        @Nullable Instant oldestOpen,
        long waitingLinks,
        @Nullable Instant oldestLink,
        List<StreamEnd> audit,
        @Nullable Instant oldestUnsent,
        long freeBytes) {

    private static final Duration LONG_OPEN = Duration.ofHours(1);
    private static final long LITTLE_SPACE = 1_000_000_000;
    private static final long MANY_UNANCHORED = 2_000;

    private static final String OLDEST_UNSENT = """
            select e.at from forwarding.mark m join audit.entry e on e.stream = m.stream and e.number = m.number + 1
            order by 1 limit 1""";

    /**
     * @param forwards whether there is a log collector
     * @throws IOException if the file of the audit heads can't be read
     */
    public static InstallationState read(DatabaseAddress database, Path dataFolder, boolean forwards, Instant now)
            throws SQLException, IOException {
        DataSource source = DatabaseCheck.source(database.url(), database.application());
        JdbcClient client = JdbcClient.create(source);
        return new InstallationState(
                Migrations.state(database),
                isServerRunning(client),
                insurers(new Insurers(client), now),
                files(client),
                oldest(client, "select received_at from intake.file where status in (10, 20) order by 1 limit 1"),
                client.sql("select count(*) from insured.link where state = 1")
                        .query(Long.class)
                        .single(),
                oldest(client, "select changed_at from insured.link where state = 1 order by 1 limit 1"),
                StreamEnd.all(source, dataFolder.resolve(AuditHeads.FILE)),
                forwards ? oldest(client, OLDEST_UNSENT) : null,
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

    /** What somebody should look at, in Japanese; empty if all is well. */
    public List<String> attention(Instant now) {
        List<String> found = new ArrayList<>();
        if (!serverRuns) {
            found.add("サーバーが動いていません / the server does not run");
        }
        if (!migration.applied().equals(migration.newest())) {
            found.add("データベースの版がプログラムと違います / the schema is not this program's");
        }
        if (isLongAgo(oldestOpen, now)) {
            found.add("1 時間以上処理されていないファイルがあります / a file waits for more than an hour");
        }
        if (isLongAgo(oldestLink, now)) {
            found.add("中間サーバの答えを 1 時間以上待っている方がいます / the intermediate server does not answer");
        }
        if (isLongAgo(oldestUnsent, now)) {
            found.add("監査記録が 1 時間以上転送されていません / audit entries are not forwarded");
        }
        if (freeBytes < LITTLE_SPACE) {
            found.add("データの置き場所の空きが 1 GB を下回っています / little space in the data folder");
        }
        for (StreamEnd end : audit) {
            if (end.unanchored() > MANY_UNANCHORED || end.lastHead() > end.lastNumber()) {
                found.add("監査記録 " + end.stream() + " の末尾と署名が離れています / audit heads do not fit");
            }
        }
        return found;
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

    private static SortedMap<Integer, Long> files(JdbcClient client) {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        client.sql("select status, count(*) from intake.file group by status").query(row -> {
            counts.put(row.getInt(1), row.getLong(2));
        });
        return counts;
    }
}

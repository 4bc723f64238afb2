package kaigo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import kaigo.intake.Freshness;
import kaigo.intake.LateInsurer;
import kaigo.intake.Status;
import kaigo.operations.Attention;
import kaigo.operations.InstallationState;
import kaigo.operations.InstallationState.Unfetched;
import kaigo.operations.Surroundings;
import kaigo.participants.Insurers;
import kaigo.platform.Migrations;
import kaigo.shared.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./kiban status}: whether all is well, for an operator or a watching program. Starts and changes nothing. */
@Command(
        name = "status",
        description = "稼働状況を示します（個人の情報は出ません）。/ Shows whether all is well; nothing of any person.",
        footer = "終了コード / exit code: 0 良好、1 見るべきことがある、2 データベースにつながらない",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final int ATTENTION = 1;
    private static final int UNREACHABLE = 2;

    @Option(names = "--json", description = "JSON で出力します")
    private boolean json;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Optional<DatabaseAccess> access =
                DatabaseAccess.running(data.folder, Kiban.of(spec).environment());
        if (access.isEmpty()) {
            return unreachable("デモのデータベースは止まっています / the demo's database is stopped");
        }
        try (DatabaseAccess open = access.get()) {
            Instant now = clock(open).instant();
            InstallationState state =
                    InstallationState.read(open.as(open.address().application()), surroundings(open), now);
            Collection<Attention> attention = state.attention(now);
            List<LateInsurer> late = late(open, now);
            if (json) {
                printJson(state, late, attention);
            } else {
                print(state, late, attention);
            }
            return attention.isEmpty() ? 0 : ATTENTION;
        } catch (SQLException | DataAccessException | org.flywaydb.core.api.FlywayException e) {
            return unreachable("データベースにつながらないか、まだ準備されていません / can't be reached, or is still empty");
        }
    }

    private Surroundings surroundings(DatabaseAccess open) {
        boolean forwards = Setting.LOG_COLLECTOR.isSet(Kiban.of(spec).environment());
        return new Surroundings(
                open.folder(),
                Migrations.state(open.address()),
                forwards ? Set.of(Surroundings.Service.LOG_COLLECTOR) : Set.of());
    }

    /** Theirs to mend: no fault of the installation, so it is no attention. */
    private static List<LateInsurer> late(DatabaseAccess access, Instant now) {
        JdbcClient database = JdbcClient.create(access.as(access.address().application()));
        return new Freshness(new Insurers(database), database).listLate(Days.of(now));
    }

    /** The demo lives in a time of its own. */
    private Clock clock(DatabaseAccess access) throws IOException {
        boolean demo = !DatabaseAccess.isNamed(Kiban.of(spec).environment()) && DemoDate.isIn(access.folder());
        return demo ? DemoDate.openOrCreate(access.folder(), null).clock() : Clock.systemUTC();
    }

    private int unreachable(String why) {
        if (json) {
            out().println(new JsonMapper().writeValueAsString(new TreeMap<>(Map.of("reachable", false, "why", why))));
        } else {
            spec.commandLine().getErr().println(why);
        }
        return UNREACHABLE;
    }

    private void print(InstallationState state, List<LateInsurer> late, Collection<Attention> attention) {
        out().println("サーバー / server: " + (state.serverRuns() ? "動いています / running" : "止まっています / stopped"));
        out().println("データベースの版 / schema: " + state.schema().applied() + "（プログラム / program: "
                + state.schema().newest() + "）");
        out().println("保険者 / insurers: " + state.insurers());
        out().println("ファイル / files: " + named(state));
        out().println("処理前の最も古い受付 / oldest open file: " + text(state.oldestOpen()));
        out().println("PMHキーを待つ方 / waiting links: " + state.waitingLinks());
        out().println("送付箱 / outbox: "
                + state.outbox().stream().mapToLong(Unfetched::count).sum() + "（"
                + state.outbox().size() + " 保険者 / insurers、最も古いもの / oldest: "
                + text(
                        state.outbox().isEmpty()
                                ? null
                                : state.outbox().getFirst().oldest()) + "）");
        out().println("データの置き場所の空き / free space: " + state.freeBytes() / 1_000_000 + " MB");
        state.audit()
                .forEach(end -> out().println("監査記録 / audit " + end.stream() + ": 末尾 / last " + end.lastNumber()
                        + "、署名済み / head " + end.lastHead()));
        late.forEach(one -> out().println("連携の遅れ / late: " + one.number().value() + "　" + one.name() + "　最後の日次 "
                + (one.lastDaily() == null ? "なし" : one.lastDaily()) + "（" + one.missed() + " 開庁日）"));
        attention.forEach(what -> out().println("要確認 / attention: " + text(what)));
        if (attention.isEmpty()) {
            out().println("良好 / all is well");
        }
    }

    private void printJson(InstallationState state, List<LateInsurer> late, Collection<Attention> attention) {
        Map<String, @Nullable Object> all = new TreeMap<>();
        all.put("reachable", true);
        all.put("serverRuns", state.serverRuns());
        all.put("schema", state.schema().applied());
        all.put("programSchema", state.schema().newest());
        all.put("insurers", state.insurers());
        all.put("files", state.files());
        all.put("oldestOpenFile", state.oldestOpen() == null ? null : text(state.oldestOpen()));
        all.put("waitingLinks", state.waitingLinks());
        all.put("freeBytes", state.freeBytes());
        all.put("audit", state.audit());
        all.put("oldestUnsentEntry", state.oldestUnsent() == null ? null : text(state.oldestUnsent()));
        all.put("late", late.stream().map(StatusCommand::json).toList());
        all.put("oldestUnfollowedEntry", state.oldestUnfollowed() == null ? null : text(state.oldestUnfollowed()));
        all.put("unfetched", state.outbox().stream().mapToLong(Unfetched::count).sum());
        all.put(
                "oldestUnfetched",
                state.outbox().isEmpty() ? null : text(state.outbox().getFirst().oldest()));
        all.put("tampered", state.tampered());
        all.put("attention", attention.stream().map(StatusCommand::text).toList());
        out().println(new JsonMapper().writeValueAsString(all));
    }

    private static Map<String, @Nullable Object> json(LateInsurer one) {
        Map<String, @Nullable Object> late = new TreeMap<>();
        late.put("insurer", one.number().value());
        late.put("name", one.name());
        late.put("lastDaily", one.lastDaily() == null ? null : one.lastDaily().toString());
        late.put("missed", one.missed());
        return late;
    }

    private static String text(Attention what) {
        return what.text() + " / " + what.english();
    }

    private static Map<String, Long> named(InstallationState state) {
        Map<String, Long> named = new java.util.LinkedHashMap<>();
        state.files().forEach((code, count) -> named.put(Status.ofCode(code).label(), count));
        return named;
    }

    private static String text(@Nullable Instant moment) {
        return moment == null ? "なし / none" : moment.toString();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

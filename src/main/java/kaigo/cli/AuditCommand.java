package kaigo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import kaigo.audit.AuditHeads;
import kaigo.audit.AuditLog;
import kaigo.audit.AuditVerifier;
import kaigo.audit.AuditVerifier.Fault;
import kaigo.audit.AuditVerifier.Report;
import kaigo.audit.HeadKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** ./kiban audit: what concerns the audit stream. */
@Command(
        name = "audit",
        description = "監査記録 / the audit stream",
        subcommands = AuditCommand.Verify.class,
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class AuditCommand {

    /** A program of its own: no server, no Spring, the auditor's role, the public key only. */
    @Command(
            name = "verify",
            description = {
                "監査記録（1: サーバー、2: 運用者のコマンド）の連鎖と署名を検証します。",
                "Computes the chains again and holds them against the signed heads."
            },
            footer = "終了コード / exit code: 0 正しい、1 改ざんの跡あり、2 検証できない",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        private static final int UNABLE = 2;

        @Mixin
        private DataOption data = new DataOption();

        @Option(names = "--json", description = "結果を JSON で出力します")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            try (DatabaseAccess access =
                    DatabaseAccess.open(data.folder, Kiban.of(spec).environment())) {
                return verify(access);
            } catch (SQLException | IOException failure) {
                new Failures(Kiban.of(spec).environment())
                        .handleExecutionException(
                                failure, spec.commandLine(), spec.commandLine().getParseResult());
                return UNABLE;
            }
        }

        private int verify(DatabaseAccess access) throws SQLException, IOException {
            Path heads = access.folder().resolve(AuditHeads.FILE);
            AuditVerifier verifier = new AuditVerifier(
                    access.as(access.address().auditor()), heads, HeadKeys.in(access.folder())::isGenuine);
            SortedMap<Short, Report> reports = new TreeMap<>();
            for (short stream : verifier.streams()) {
                reports.put(stream, verifier.verify(stream));
            }
            boolean sound = reports.values().stream().allMatch(Report::sound);
            if (json) {
                printJson(reports, sound);
            } else {
                print(reports, sound);
            }
            return sound ? 0 : 1;
        }

        private void printJson(SortedMap<Short, Report> reports, boolean sound) {
            List<Map<String, @Nullable Object>> streams = reports.entrySet().stream()
                    .map(one -> values(one.getKey(), one.getValue()))
                    .toList();
            var whole = new TreeMap<String, Object>(Map.of("sound", sound, "streams", streams));
            spec.commandLine().getOut().println(new JsonMapper().writeValueAsString(whole));
        }

        private static Map<String, @Nullable Object> values(short stream, Report report) {
            Map<String, @Nullable Object> values = new TreeMap<>();
            values.put("stream", stream);
            values.put("entries", report.entries());
            values.put("heads", report.heads());
            values.put("unanchored", report.unanchored());
            values.put("fault", report.fault() == null ? null : report.fault().text());
            values.put("sound", report.sound());
            return values;
        }

        private void print(SortedMap<Short, Report> reports, boolean sound) {
            PrintWriter out = spec.commandLine().getOut();
            reports.forEach((stream, report) -> {
                out.printf("監査記録 %d（%s）%n", stream, name(stream));
                out.printf("  記録 %,d 件、署名された先頭 %,d 件を検証しました。%n", report.entries(), report.heads());
                out.printf("  最後の署名より後の記録: %,d 件（この分だけは、切り取られても分かりません）%n", report.unanchored());
                Fault fault = report.fault();
                out.println(fault == null ? "  改ざんの跡はありません。" : "  改ざんの跡があります: " + fault.text());
            });
            if (reports.isEmpty()) {
                out.println("監査記録はまだありません。 / There are no entries yet.");
            }
            out.println(sound ? "結果: 正しい / sound" : "結果: 改ざんの跡あり / not sound");
        }

        private static String name(short stream) {
            return switch (stream) {
                case AuditLog.SERVER -> "サーバー / server";
                case AuditLog.OPERATOR -> "運用者 / operator";
                default -> "その他 / other";
            };
        }
    }
}

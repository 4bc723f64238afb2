package kaigo.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import kaigo.audit.AuditHeads;
import kaigo.audit.AuditVerifier;
import kaigo.audit.AuditVerifier.Report;
import kaigo.audit.HeadKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** ./kiban audit: what concerns the audit stream. */
@Command(
        name = "audit",
        description = "監査記録 / the audit stream",
        subcommands = AuditCommand.Verify.class,
        mixinStandardHelpOptions = true)
final class AuditCommand {

    /** A program of its own: no server, no Spring, the auditor's role, the public key only. */
    @Command(
            name = "verify",
            description = {
                "監査記録の連鎖と署名を検証します。",
                "Computes the chain again and holds it against the signed heads.",
                "終了コード / exit code: 0 正しい, 1 改ざんの跡あり, 2 検証できない"
            },
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        private static final short STREAM = 1;

        @Option(names = "--data", paramLabel = "フォルダー", description = "データの置き場所（既定: data）")
        private @Nullable Path data;

        @Option(names = "--json", description = "結果を JSON で出力します")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            Path folder = DemoFolder.locate(data);
            HeadKeys publicKeys = HeadKeys.in(folder);
            Report report;
            try (AuditAccess access = AuditAccess.open(folder, System.getenv())) {
                Path heads = folder.resolve(AuditHeads.FILE);
                report = new AuditVerifier(access.database(), heads, publicKeys::isGenuine).verify(STREAM);
            }
            print(report);
            return report.sound() ? 0 : 1;
        }

        private void print(Report report) {
            if (json) {
                Map<String, @Nullable Object> values = new java.util.TreeMap<>();
                values.put("entries", report.entries());
                values.put("heads", report.heads());
                values.put("unanchored", report.unanchored());
                values.put("fault", report.fault());
                values.put("sound", report.sound());
                spec.commandLine().getOut().println(new JsonMapper().writeValueAsString(values));
                return;
            }
            var out = spec.commandLine().getOut();
            out.printf("監査記録 %,d 件、署名された先頭 %,d 件を検証しました。%n", report.entries(), report.heads());
            out.printf("最後の署名より後の記録: %,d 件（この分だけは、切り取られても分かりません）%n", report.unanchored());
            out.println(report.sound() ? "改ざんの跡はありません。" : "改ざんの跡があります: " + report.fault());
        }
    }
}

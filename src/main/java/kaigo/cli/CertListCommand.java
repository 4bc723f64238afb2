package kaigo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import kaigo.identity.ClientCertificates;
import kaigo.identity.RegisteredCertificate;
import kaigo.shared.Days;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./kiban cert list}: the register of clients, first what ends first. */
@Command(
        name = "list",
        description = "登録したクライアント証明書の一覧（期限、失効、指紋）。/ Lists the registered client certificates.",
        footer = "終了コード / exit code: 0 示した、2 指定の誤り",
        mixinStandardHelpOptions = true)
final class CertListCommand implements Callable<Integer> {

    @Option(names = "--insurer", paramLabel = "保険者番号", description = "6 桁（既定: すべての保険者）")
    private @Nullable String number;

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Operator operator = Operator.open(spec, data.folder)) {
            ClientCertificates register = operator.certificates();
            List<String> lines = operator.insurers(number).stream()
                    .flatMap(insurer -> register.list(insurer).stream()
                            .map(one -> insurer.value() + "　期限 " + Days.of(one.notAfter()) + "　"
                                    + state(one, operator.now()) + "　" + one.fingerprint()))
                    .toList();
            lines.forEach(out::println);
            if (lines.isEmpty()) {
                out.println("登録はありません / none is registered");
            }
        }
        return 0;
    }

    private static String state(RegisteredCertificate certificate, Instant now) {
        if (certificate.revoked()) {
            return "失効 / revoked";
        }
        return now.isAfter(certificate.notAfter()) ? "期限切れ / expired" : "有効 / valid";
    }
}

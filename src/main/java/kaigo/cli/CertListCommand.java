package kaigo.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import kaigo.identity.ClientCertificates;
import kaigo.identity.RegisteredCertificate;
import kaigo.shared.Days;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./kiban cert list}: the register of clients, first what ends first. */
@Command(
        name = "list",
        description = "登録したクライアント証明書の一覧（期限、失効、指紋）。/ Lists the registered client certificates.",
        footer = "終了コード / exit code: 0 示した、2 指定の誤り",
        mixinStandardHelpOptions = true)
final class CertListCommand extends OperatorCommand {

    @Option(names = "--insurer", paramLabel = "保険者番号", description = "6 桁（既定: すべての保険者）")
    private @Nullable String number;

    @Override
    public Integer call() throws IOException {
        try (Operator operator = open()) {
            ClientCertificates register = operator.certificates();
            List<String> lines = operator.insurers(number).stream()
                    .flatMap(insurer -> register.list(insurer).stream()
                            .map(one -> insurer.value() + "　期限 " + Days.of(one.notAfter()) + "　"
                                    + state(one, operator.now()) + "　" + one.fingerprint()))
                    .toList();
            lines.forEach(out()::println);
            if (lines.isEmpty()) {
                out().println("登録はありません / none is registered");
            }
        }
        return 0;
    }

    private static String state(RegisteredCertificate certificate, Instant now) {
        return switch (certificate.state(now)) {
            case REVOKED -> "失効 / revoked";
            case EXPIRED -> "期限切れ / expired";
            case VALID -> "有効 / valid";
        };
    }
}

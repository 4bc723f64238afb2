package kaigo.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import kaigo.identity.ClientCertificates;
import kaigo.identity.RegisteredCertificate;
import kaigo.shared.CertificateHolder;
import kaigo.shared.Days;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./kiban cert list}: the register of clients, first what ends first. */
@Command(
        name = "list",
        description =
                "登録したクライアント証明書の一覧（期限、失効、指紋）。/ Lists the registered client certificates (of all, unless one is named).",
        footer = "終了コード / exit code: 0 示した、2 指定の誤り",
        mixinStandardHelpOptions = true)
final class CertListCommand extends OperatorCommand {

    @Mixin
    private HolderOption holder = new HolderOption();

    @Override
    public Integer call() throws IOException {
        try (Operator operator = open()) {
            ClientCertificates register = operator.certificates();
            List<CertificateHolder> holders = holder.find().map(List::of).orElseGet(register::listHolders);
            List<String> lines = holders.stream()
                    .flatMap(named -> register.list(named).stream()
                            .map(one -> named.holder() + "　期限 " + Days.of(one.notAfter()) + "　"
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

package kaigo.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import kaigo.identity.ClientCertificates;
import kaigo.identity.EndingCertificate;
import kaigo.identity.RegisteredCertificate;
import kaigo.shared.CertificateHolder;
import kaigo.shared.Days;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Option(names = "--ending", description = "アカウントのある事業所・医療機関のうち、使える証明書がないもの、90 日以内に期限が来るものだけ")
    private boolean ending;

    @Override
    public Integer call() throws IOException {
        try (Operator operator = open()) {
            if (ending) {
                return list(operator.endingCertificates());
            }
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

    private int list(List<EndingCertificate> found) {
        found.forEach(one -> out().println(one.institution().holder() + "　" + one.name() + "　"
                + (one.lastDay() == null ? "使える証明書なし / none" : "期限 " + one.lastDay())
                + "　お知らせ / told: "
                + (one.told() == null ? "なし / not yet" : one.told() + " 日前 / days before")
                + (one.administrators() == 0 ? "（お知らせできる管理者なし / nobody to tell）" : "")));
        if (found.isEmpty()) {
            out().println("ありません / none");
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

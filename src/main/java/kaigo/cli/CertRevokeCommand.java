package kaigo.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import kaigo.shared.InsurerNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./kiban cert revoke}: refused from the next request on, and for ever. */
@Command(
        name = "revoke",
        description = "クライアント証明書を失効させます（取り消せません）。/ Revokes a client certificate for ever.",
        footer = "終了コード / exit code: 0 失効した、1 登録がないか、すでに失効している",
        mixinStandardHelpOptions = true)
final class CertRevokeCommand extends OperatorCommand {

    @Option(names = "--insurer", required = true, paramLabel = "保険者番号", description = "6 桁")
    private String number = "";

    @Option(names = "--fingerprint", required = true, paramLabel = "指紋", description = "SHA-256（./kiban cert show）")
    private String fingerprint = "";

    @Override
    public Integer call() throws IOException {
        String wanted = fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
        if (!wanted.matches("[0-9a-f]{64}")) {
            throw new CommandRefused("指紋は 16 進 64 桁です（./kiban cert show）。 / A fingerprint has 64 hexadecimal digits.");
        }
        boolean revoked;
        try (Operator operator = open()) {
            InsurerNumber insurer = operator.insurer(number);
            operator.record("CERTIFICATE_REVOKED", insurer, Map.of("fingerprint", wanted));
            revoked = operator.certificates().revoke(insurer, wanted);
        }
        out().println(revoked ? "失効させました / revoked: " + wanted : "登録がないか、すでに失効しています / not registered, or revoked");
        return revoked ? 0 : 1;
    }
}

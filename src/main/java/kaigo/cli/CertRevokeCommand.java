package kaigo.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import kaigo.shared.CertificateHolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./kiban cert revoke}: refused from the next request on, and for ever. */
@Command(
        name = "revoke",
        description = "クライアント証明書を失効させます（取り消せません）。/ Revokes a client certificate for ever.",
        footer = "終了コード / exit code: 0 失効した、1 登録がないか、すでに失効している",
        mixinStandardHelpOptions = true)
final class CertRevokeCommand extends OperatorCommand {

    @Mixin
    private HolderOption holder = new HolderOption();

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
            CertificateHolder one = holder.one();
            operator.requireKnown(one);
            operator.record("CERTIFICATE_REVOKED", one, Map.of("fingerprint", wanted));
            revoked = operator.certificates().revoke(one, wanted);
        }
        out().println(revoked ? "失効させました / revoked: " + wanted : "登録がないか、すでに失効しています / not registered, or revoked");
        return revoked ? 0 : 1;
    }
}

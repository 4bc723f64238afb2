package kaigo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Map;
import kaigo.certificates.CertificateFiles;
import kaigo.certificates.CertificateNames;
import kaigo.certificates.Strength;
import kaigo.identity.ClientCertificates;
import kaigo.shared.CertificateHolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./kiban cert register}: from now on this certificate opens the API for whom it names. */
@Command(
        name = "register",
        description = "クライアント証明書を、その名義人のものとして登録します。/ Registers a client certificate.",
        mixinStandardHelpOptions = true)
final class CertRegisterCommand extends OperatorCommand {

    @Parameters(paramLabel = "ファイル", description = "証明書（PEM）。秘密鍵は要りません")
    private Path file;

    @Override
    public Integer call() throws IOException {
        X509Certificate certificate = CertificateFiles.readCertificates(file).getFirst();
        CertificateHolder holder = CertificateNames.findHolder(certificate)
                .orElseThrow(() -> new CommandRefused(
                        "この証明書には名義人（SAN urn:kiban:insurer:… など）がありません。 / It names no holder: " + file));
        Strength.findWeakness(certificate).ifPresent(weak -> {
            throw new CommandRefused("この証明書の鍵か署名は弱いため、登録できません（" + weak
                    + "）。RSA は 3072 ビット以上、EC は 256 ビット以上の鍵で、SHA-256 以上で署名されたものにしてください。 / Too weak: " + file);
        });
        String fingerprint = ClientCertificates.fingerprint(certificate);
        try (Operator operator = open()) {
            operator.requireKnown(holder);
            operator.record("CERTIFICATE_REGISTERED", holder, Map.of("fingerprint", fingerprint));
            operator.certificates().register(certificate, false);
        }
        out().println("登録しました / registered: " + holder.holder() + " " + fingerprint);
        return 0;
    }
}

package kaigo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import kaigo.certificates.CertificateFiles;
import kaigo.certificates.CertificateFolder;
import kaigo.certificates.CertificateNames;
import kaigo.certificates.IssuedCertificate;
import kaigo.certificates.Validity;
import kaigo.identity.ClientCertificates;
import kaigo.shared.CertificateHolder;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsurerNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./kiban cert}: the small authority for trying out 方式①, and the register of clients. Starts no Spring. */
@Command(
        name = "cert",
        description = "試用の認証局と証明書（方式①）。/ A small authority and its certificates.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {CertRegisterCommand.class, CertListCommand.class, CertRevokeCommand.class},
        mixinStandardHelpOptions = true)
final class CertCommand {

    private static final String DIR = "証明書の置き場所";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            description = "認証局を作ります（authority.crt、authority.key）。/ Makes the authority.",
            mixinStandardHelpOptions = true)
    int authority(
            @Option(names = "--dir", required = true, paramLabel = "フォルダー", description = DIR) Path dir,
            @Option(names = "--name", defaultValue = "kiban authority", description = "認証局の名前") String name,
            @Option(names = "--days", defaultValue = "3650", description = "有効日数（既定: ${DEFAULT-VALUE}）") int days) {
        requireAbsent(dir.resolve("authority.key"));
        say(new CertificateFolder(dir).createAuthority(name, validity(days)).certificate());
        return 0;
    }

    @Command(
            description = "サーバー証明書を作ります（server.crt、server.key）。/ Makes the server's certificate.",
            mixinStandardHelpOptions = true)
    int server(
            @Option(names = "--dir", required = true, paramLabel = "フォルダー", description = DIR) Path dir,
            @Option(
                            names = "--name",
                            split = ",",
                            defaultValue = "localhost,127.0.0.1",
                            description = "ホスト名または IPv4 アドレス、コンマ区切り（既定: ${DEFAULT-VALUE}）")
                    List<String> names,
            @Option(names = "--days", defaultValue = "397", description = "有効日数（既定: ${DEFAULT-VALUE}）") int days) {
        say(new CertificateFolder(dir).createServer(names, validity(days)).certificate());
        return 0;
    }

    @Command(description = "保険者、事業所、医療機関のクライアント証明書を作ります。/ Makes a client certificate.", mixinStandardHelpOptions = true)
    int client(
            @Mixin HolderOption holder,
            @Option(names = "--dir", required = true, paramLabel = "フォルダー", description = DIR) Path dir,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "ファイル",
                            description = "*.p12（合言葉は端末か標準入力から、12 文字以上の英数字と記号）または *.pem")
                    Path out,
            @Option(names = "--days", defaultValue = "397", description = "有効日数（既定: ${DEFAULT-VALUE}）") int days)
            throws IOException {
        CertificateHolder named = holder.one();
        boolean together = out.toString().endsWith(".p12");
        char[] password = together ? passphrase() : new char[0];
        var authority = new CertificateFolder(dir).authority();
        IssuedCertificate client = authority.issueClient(named, validity(days));
        if (together) {
            CertificateFiles.writePkcs12(out, client, authority.certificate(), password);
        } else {
            CertificateFiles.writeTogether(out, client);
        }
        say(client.certificate());
        return 0;
    }

    @Command(description = "証明書の名義、期限、指紋を示します。/ Shows holder, end and fingerprint.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "ファイル", description = "PEM") Path file) {
        CertificateFiles.readCertificates(file).forEach(this::say);
        return 0;
    }

    /** Whoever has the file can try as many as they like; beyond ASCII, programs disagree about what was typed. */
    private char[] passphrase() throws IOException {
        String typed = PasswordInput.read(Kiban.of(spec));
        if (!typed.matches("[ -~]{12,}")) {
            throw new CommandRefused("合言葉は 12 文字以上の英数字と記号にしてください。 / At least 12 ASCII characters.");
        }
        return typed.toCharArray();
    }

    private void say(X509Certificate certificate) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("名義 / subject: " + certificate.getSubjectX500Principal().getName());
        CertificateNames.findHolder(certificate).ifPresent(holder -> out.println(words(holder)));
        out.println("期限 / until: " + certificate.getNotAfter().toInstant());
        out.println("指紋 / SHA-256: " + ClientCertificates.fingerprint(certificate));
    }

    private static String words(CertificateHolder holder) {
        return switch (holder) {
            case InsurerNumber insurer -> "保険者番号 / insurer: " + insurer.value();
            case InstitutionId(InstitutionId.Kind kind, String number) ->
                (kind == InstitutionId.Kind.OFFICE ? "事業所番号 / office: " : "医療機関コード / clinic: ") + number;
        };
    }

    /** A second authority in its place would make every certificate so far worthless. */
    private void requireAbsent(Path key) {
        if (Files.exists(key)) {
            throw new CommandRefused("認証局はすでにあります / there is an authority already: " + key);
        }
    }

    private static Validity validity(int days) {
        Instant now = Clock.systemUTC().instant();
        return Validity.days(now, days);
    }
}

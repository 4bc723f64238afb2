package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import kaigo.certificates.CertificateFiles;
import kaigo.certificates.CertificateNames;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CertCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void authority_server_and_clients_are_made_for_their_owner_only() throws Exception {
        String dir = folder.resolve("c").toString();
        Path client = folder.resolve("client.pem");

        assertThat(run("authority", "--dir", dir)).isZero();
        assertThat(run("server", "--dir", dir, "--name", "host.example.jp,192.0.2.1"))
                .isZero();
        assertThat(run("client", "--insurer", "442012", "--dir", dir, "--out", client.toString()))
                .isZero();
        assertThat(run("client", "--insurer", "442012", "--dir", dir, "--out", folder.resolve("c.p12") + ""))
                .isZero();
        assertThat(run("show", client.toString())).isZero();

        X509Certificate issued = CertificateFiles.readCertificates(client).getFirst();
        issued.verify(CertificateFiles.readCertificates(folder.resolve("c/authority.crt"))
                .getFirst()
                .getPublicKey());
        assertThat(CertificateNames.findHolder(issued)).contains(new InsurerNumber("442012"));
        assertThat(issued.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(CertificateFiles.readCertificates(folder.resolve("c/server.crt"))
                        .getFirst()
                        .getSubjectAlternativeNames())
                .contains(List.of(2, "host.example.jp"), List.of(7, "192.0.2.1"));
        assertThat(out.toString()).contains("指紋");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(6)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void a_second_authority_does_not_replace_the_first() {
        assertThat(run("authority", "--dir", folder.toString())).isZero();
        assertThat(run("authority", "--dir", folder.toString())).isEqualTo(2);
    }

    @Test
    void a_wrong_insurer_number_is_wrong_usage() {
        assertThat(run("client", "--insurer", "44201", "--dir", folder.toString(), "--out", "x.pem"))
                .isEqualTo(2);
    }

    private int run(String... arguments) {
        String[] all = Stream.concat(Stream.of("cert"), Stream.of(arguments)).toArray(String[]::new);
        CommandLine command = Kiban.commandLine().setOut(new PrintWriter(out));
        return command.setErr(new PrintWriter(new StringWriter())).execute(all);
    }
}

package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kaigo.certificates.CertificateFiles;
import kaigo.certificates.CertificateNames;
import kaigo.certificates.StrengthTest;
import kaigo.shared.InsurerNumber;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CertCommandTest {

    private static final String PASSPHRASE = "a phrase, not a word";
    private static final BigInteger ROUNDS = BigInteger.valueOf(600_000);

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void authority_server_and_clients_are_made_for_their_owner_only() throws Exception {
        String dir = folder.resolve("c").toString();
        Path client = folder.resolve("client.pem");

        assertThat(run("authority", "--dir", dir)).isZero();
        assertThat(run("server", "--dir", dir, "--name", "host.example.jp,192.0.2.1"))
                .isZero();
        assertThat(run("client", "--insurer", "442012", "--dir", dir, "--out", client.toString()))
                .isZero();
        assertThat(typing(PASSPHRASE, "client", "--insurer", "442012", "--dir", dir, "--out", folder + "/c.p12"))
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
    void the_passphrase_of_a_pkcs12_is_asked_for_and_slow_to_try() throws Exception {
        Path file = folder.resolve("c.p12");
        String[] client = {"client", "--insurer", "442012", "--dir", folder.toString(), "--out", file.toString()};
        assertThat(run("authority", "--dir", folder.toString())).isZero();
        for (String refused : List.of("", "kiban", "合言葉は英数字と記号だけです")) {
            assertThat(typing(refused, client)).isEqualTo(2);
            assertThat(file).doesNotExist();
        }
        assertThat(typing(PASSPHRASE, client)).isZero();
        assertThat(out.toString()).doesNotContain(PASSPHRASE);
        assertThat(KeyStore.getInstance(file.toFile(), PASSPHRASE.toCharArray()).isKeyEntry("kiban"))
                .isTrue();

        PKCS12PfxPdu pfx = new PKCS12PfxPdu(Files.readAllBytes(file));
        assertThat(pfx.toASN1Structure().getMacData().getIterationCount()).isEqualTo(ROUNDS);
        ContentInfo[] parts = pfx.getContentInfos();
        assertThat(parts).hasSize(2);
        var key = (PKCS8EncryptedPrivateKeyInfo) new PKCS12SafeBagFactory(parts[0]).getSafeBags()[0].getBagValue();
        slow(key.toASN1Structure().getEncryptionAlgorithm());
        slow(EncryptedData.getInstance(parts[1].getContent()).getEncryptionAlgorithm());
    }

    @Test
    void a_weak_certificate_is_not_registered() throws Exception {
        Path weak = folder.resolve("weak.pem");
        StrengthTest.writeWeak(weak);
        assertThat(run("register", weak.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("RSA 2048", "3072");
    }

    private static void slow(AlgorithmIdentifier encryption) {
        KeyDerivationFunc kdf =
                PBES2Parameters.getInstance(encryption.getParameters()).getKeyDerivationFunc();
        assertThat(kdf.getAlgorithm()).isEqualTo(PKCSObjectIdentifiers.id_PBKDF2);
        PBKDF2Params pbkdf2 = PBKDF2Params.getInstance(kdf.getParameters());
        assertThat(pbkdf2.getIterationCount()).isEqualTo(ROUNDS);
        assertThat(pbkdf2.getPrf().getAlgorithm()).isEqualTo(PKCSObjectIdentifiers.id_hmacWithSHA256);
    }

    @Test
    void a_wrong_insurer_number_is_wrong_usage() {
        assertThat(run("client", "--insurer", "44201", "--dir", folder.toString(), "--out", "x.pem"))
                .isEqualTo(2);
    }

    private int run(String... arguments) {
        return typing("", arguments);
    }

    private int typing(String line, String... arguments) {
        String[] all = Stream.concat(Stream.of("cert"), Stream.of(arguments)).toArray(String[]::new);
        CommandLine command = new Kiban(Map.of(), new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)))
                .commands()
                .setOut(new PrintWriter(out));
        return command.setErr(new PrintWriter(err)).execute(all);
    }
}

package kaigo.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kaigo.certificates.CertificateAuthority;
import kaigo.certificates.CertificateFiles;
import kaigo.certificates.IssuedCertificate;
import kaigo.certificates.Validity;
import kaigo.platform.DatabaseAddress;
import kaigo.platform.DatabaseAddress.Role;
import kaigo.platform.DatabaseCheck;
import kaigo.platform.Migrations;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** A database that knows us by a client certificate, which ends and is renewed, and by no password. */
class DatabaseCertificateTest extends ServerFixture {

    private static final Validity NOW = Validity.days(Instant.now(), 2);

    private final CertificateAuthority authority = CertificateAuthority.create("of the database", NOW);

    @Test
    void with_a_certificate_of_its_authority_every_role_gets_in_and_with_another_none() throws Exception {
        Path files = Files.createDirectory(data.resolve("tls"));
        try (PostgresServer server = start(settings(true, tls(files)))) {
            IssuedCertificate ours = authority.issueClient(new InsurerNumber("442012"), NOW);
            DatabaseAddress address = address(server, files, "ours", ours);
            assertThat(DatabaseAddress.showsCertificate(address.url())).isTrue();
            assertThat(address.isPrivate()).isTrue();
            assertThat(DatabaseCheck.problems(address)).isEmpty();
            Migrations.apply(address);

            CertificateAuthority another = CertificateAuthority.create("another", NOW);
            IssuedCertificate strange = another.issueClient(new InsurerNumber("442012"), NOW);
            assertThat(DatabaseCheck.problems(address(server, files, "strange", strange)))
                    .hasSize(2);
            IssuedCertificate unknown = authority.issueClient(new InsurerNumber("442021"), NOW);
            assertThat(DatabaseCheck.problems(address(server, files, "unknown", unknown)))
                    .allMatch(problem -> problem.contains("拒まれました"))
                    .hasSize(2);
        }
        assertThat(DatabaseAddress.showsCertificate("jdbc:postgresql://db.example.jp/kiban?sslmode=verify-full"))
                .isFalse();
    }

    /** Our supervisor comes as before; the roles of the program by their certificate's name alone. */
    private Map<String, String> tls(Path files) throws Exception {
        ServerAccount account = ServerAccount.current();
        IssuedCertificate server = authority.issueServer(List.of("127.0.0.1"), NOW);
        CertificateFiles.writeCertificate(files.resolve("server.crt"), server.certificate());
        CertificateFiles.writeKey(files.resolve("server.key"), server.key());
        CertificateFiles.writeCertificate(files.resolve("authority.crt"), authority.certificate());
        Files.writeString(files.resolve("pg_hba.conf"), """
                hostssl kiban kiban_owner,kiban_app 127.0.0.1/32 cert map=program
                local all all scram-sha-256
                host all all 127.0.0.1/32 scram-sha-256
                """);
        Files.writeString(files.resolve("pg_ident.conf"), """
                program 442012 kiban_owner
                program 442012 kiban_app
                """);
        account.own(data);
        account.own(files);
        for (String file : List.of("server.crt", "server.key", "authority.crt", "pg_hba.conf", "pg_ident.conf")) {
            account.own(files.resolve(file));
        }
        return Map.of(
                "ssl", "on",
                "ssl_cert_file", files.resolve("server.crt").toString(),
                "ssl_key_file", files.resolve("server.key").toString(),
                "ssl_ca_file", files.resolve("authority.crt").toString(),
                "hba_file", files.resolve("pg_hba.conf").toString(),
                "ident_file", files.resolve("pg_ident.conf").toString());
    }

    private DatabaseAddress address(PostgresServer server, Path files, String name, IssuedCertificate certificate)
            throws Exception {
        Path crt = files.resolve(name + ".crt");
        Path key = files.resolve(name + ".pk8");
        CertificateFiles.writeCertificate(crt, certificate.certificate());
        Files.write(key, certificate.key().getEncoded());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        String url = server.jdbcUrl().replaceFirst("\\?.*", "") + "?sslmode=verify-full&sslrootcert="
                + files.resolve("authority.crt") + "&sslcert=" + crt + "&sslkey=" + key;
        return new DatabaseAddress(
                url, new Role("kiban_owner", ""), new Role("kiban_app", ""), new Role("kiban_auditor", ""));
    }
}

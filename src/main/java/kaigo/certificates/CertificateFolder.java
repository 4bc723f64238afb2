package kaigo.certificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import kaigo.shared.CertificateHolder;

/**
 * 証明書の置き場所: {@code authority.crt} (one or more issuers that the server trusts), {@code authority.key} (only where
 * certificates are issued), {@code server.crt} and {@code server.key}, and of demo clients {@code 442012.crt},
 * {@code office-4400100014.crt} and such, with their {@code .key}.
 */
public final class CertificateFolder {

    /** Long enough to try things out; browsers and Apple clients take no server certificate above 825 days. */
    public static final int AUTHORITY_DAYS = 3650;

    public static final int DAYS = 800;

    /** Name of the authority that the demo makes. */
    public static final String DEMO_AUTHORITY = "kiban demo authority";

    private static final List<String> LOCAL = List.of("localhost", "127.0.0.1");

    private final Path folder;

    public CertificateFolder(Path folder) {
        this.folder = folder;
    }

    /** For the demo: makes authority and server certificate where there are none, or none that is still valid. */
    public static CertificateFolder openOrCreate(Path path, Instant now) {
        CertificateFolder folder = new CertificateFolder(path);
        if (!folder.has("authority.crt") || !folder.has("authority.key")) {
            folder.createAuthority(DEMO_AUTHORITY, Validity.days(now, AUTHORITY_DAYS));
        }
        if (!folder.has("server.crt")
                || !folder.has("server.key")
                || folder.server().certificate().getNotAfter().before(Date.from(now))) {
            folder.createServer(LOCAL, Validity.days(now, DAYS));
        }
        return folder;
    }

    public Path path() {
        return folder;
    }

    public CertificateAuthority createAuthority(String name, Validity validity) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CertificateAuthority authority = CertificateAuthority.create(name, validity);
        write("authority", authority.self());
        return authority;
    }

    public IssuedCertificate createServer(List<String> names, Validity validity) {
        IssuedCertificate server = authority().issueServer(names, validity);
        write("server", server);
        return server;
    }

    public IssuedCertificate createClient(CertificateHolder holder, Validity validity) {
        IssuedCertificate client = authority().issueClient(holder, validity);
        write(nameOf(holder), client);
        return client;
    }

    public boolean hasClient(CertificateHolder holder) {
        return has(nameOf(holder) + ".crt") && has(nameOf(holder) + ".key");
    }

    private static String nameOf(CertificateHolder holder) {
        return holder.holder().replace("insurer:", "").replace(':', '-');
    }

    /** The issuers whose client certificates the server takes. */
    public List<X509Certificate> issuers() {
        return CertificateFiles.readCertificates(folder.resolve("authority.crt"));
    }

    public CertificateAuthority authority() {
        return new CertificateAuthority(read("authority"));
    }

    public IssuedCertificate server() {
        return read("server");
    }

    public IssuedCertificate client(CertificateHolder holder) {
        return read(nameOf(holder));
    }

    private IssuedCertificate read(String name) {
        return new IssuedCertificate(
                CertificateFiles.readCertificates(folder.resolve(name + ".crt")).getFirst(),
                CertificateFiles.readKey(folder.resolve(name + ".key")));
    }

    private void write(String name, IssuedCertificate issued) {
        CertificateFiles.writeKey(folder.resolve(name + ".key"), issued.key());
        CertificateFiles.writeCertificate(folder.resolve(name + ".crt"), issued.certificate());
    }

    private boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }
}

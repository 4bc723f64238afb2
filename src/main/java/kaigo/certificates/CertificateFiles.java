package kaigo.certificates;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys as files: PEM and PKCS#12, readable by their owner only. */
public final class CertificateFiles {

    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /** As OWASP asks of PBKDF2 with HMAC-SHA-256. */
    private static final String MANY = "600000";

    private static final List<String> ROUNDS = List.of(
            "keystore.pkcs12.keyPbeIterationCount",
            "keystore.pkcs12.certPbeIterationCount",
            "keystore.pkcs12.macIterationCount");

    private CertificateFiles() {}

    /**
     * The certificates of the file, in its order; a key beside them is passed over.
     *
     * @throws UncheckedIOException if the file is missing or holds no certificate
     */
    public static List<X509Certificate> readCertificates(Path pem) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<X509Certificate> found = new ArrayList<>();
            Matcher blocks = CERTIFICATE.matcher(Files.readString(pem));
            while (blocks.find()) {
                byte[] block = blocks.group().getBytes(StandardCharsets.US_ASCII);
                found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block)));
            }
            if (found.isEmpty()) {
                throw new IOException("証明書がありません: " + pem);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateException e) {
            throw new UncheckedIOException(new IOException("証明書として読めません: " + pem, e));
        }
    }

    /** An unencrypted PKCS#8 key on an elliptic curve. */
    public static PrivateKey readKey(Path pem) {
        try {
            String base64 = Files.readString(pem).replaceAll("-----[A-Z ]+-----", "");
            byte[] encoded = Base64.getMimeDecoder().decode(base64);
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // The cause may show the key.
            throw new UncheckedIOException(new IOException("秘密鍵（PKCS#8、EC）として読めません: " + pem));
        }
    }

    public static void writeCertificate(Path pem, X509Certificate certificate) {
        try {
            write(pem, pem("CERTIFICATE", certificate.getEncoded()));
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate has an encoding", e);
        }
    }

    public static void writeKey(Path pem, PrivateKey key) {
        write(pem, pem("PRIVATE KEY", key.getEncoded()));
    }

    /** One PEM file with certificate and key, as curl and most clients take it. */
    public static void writeTogether(Path pem, IssuedCertificate issued) {
        try {
            write(
                    pem,
                    pem("CERTIFICATE", issued.certificate().getEncoded())
                            + pem("PRIVATE KEY", issued.key().getEncoded()));
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate has an encoding", e);
        }
    }

    /**
     * Certificate, its key and the authority's certificate, encrypted by AES-256 with PBKDF2 and HMAC-SHA-256: the JDK's way,
     * but with more rounds. How many, the JDK takes from properties of the whole program only, which are set meanwhile.
     */
    public static void writePkcs12(Path file, IssuedCertificate issued, X509Certificate authority, char[] password) {
        ROUNDS.forEach(name -> System.setProperty(name, MANY));
        try (OutputStream out = create(file)) {
            keyStore(issued, List.of(authority), password).store(out, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK writes PKCS#12", e);
        } finally {
            ROUNDS.forEach(System::clearProperty);
        }
    }

    /** In memory: the key with its chain. */
    public static KeyStore keyStore(IssuedCertificate issued, List<X509Certificate> issuers, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Certificate[] chain = new Certificate[issuers.size() + 1];
            chain[0] = issued.certificate();
            for (int i = 0; i < issuers.size(); i++) {
                chain[i + 1] = issuers.get(i);
            }
            store.setKeyEntry("kiban", issued.key(), password, chain);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every JDK has PKCS#12", e);
        }
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n" + LINES.encodeToString(encoded) + "\n-----END " + kind + "-----\n";
    }

    /** Whole or not at all: whoever opens the file sees it complete. */
    private static void write(Path file, String text) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream out = create(part)) {
                out.write(text.getBytes(StandardCharsets.US_ASCII));
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static OutputStream create(Path file) throws IOException {
        Files.deleteIfExists(file);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.newOutputStream(file);
    }
}

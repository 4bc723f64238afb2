package kaigo.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kaigo.TestServer;
import kaigo.identity.ClientCertificates;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates as an outside authority may have made them: which of them may be registered. */
public class StrengthTest {

    private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();

    @ParameterizedTest
    @CsvSource({
        "RSA, 3072, SHA256withRSA, ",
        "RSA, 3072, SHA256withRSAandMGF1, ",
        "EC, 256, SHA256withECDSA, ",
        "EC, 384, SHA512withECDSA, ",
        "Ed25519, 255, Ed25519, ",
        "RSA, 2048, SHA256withRSA, RSA 2048",
        "EC, 224, SHA256withECDSA, EC",
        "DSA, 1024, SHA256withDSA, DSA",
        "RSA, 3072, SHA1withRSA, SHA1",
        "RSA, 3072, MD5withRSA, MD5",
        "RSA, 3072, SHA224withRSA, SHA224",
        "RSA, 3072, SHA1withRSAandMGF1, RSASSA-PSS SHA-1",
        "EC, 256, SHA1withECDSA, SHA1",
    })
    void less_than_128_bits_of_strength_is_too_weak(String kind, int bits, String signature, String weakness)
            throws Exception {
        String found = Strength.findWeakness(certificate(kind, bits, signature)).orElse(null);
        if (weakness == null) {
            assertThat(found).isNull();
        } else {
            assertThat(found).contains(weakness);
        }
    }

    @Test
    void a_weak_certificate_is_not_registered() throws Exception {
        X509Certificate weak = certificate("RSA", 2048, "SHA256withRSA");
        ClientCertificates register = TestServer.bean(ClientCertificates.class);
        assertThatThrownBy(() -> register.register(weak, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RSA 2048");
        assertThat(register.check(weak).toString()).contains("UNKNOWN");
    }

    /** Of 保険者 442012, by itself. */
    private static X509Certificate certificate(String kind, int bits, String signature) throws Exception {
        KeyPair keys = KEYS.computeIfAbsent(kind + bits, named -> newKeys(kind, bits));
        X500Name name = new X500Name("CN=442012");
        var builder =
                new JcaX509v3CertificateBuilder(name, BigInteger.ONE, new Date(0), new Date(1), name, keys.getPublic());
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(
                        GeneralName.uniformResourceIdentifier, CertificateNames.URN + "insurer:442012")));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(signature)
                        .setProvider(new BouncyCastleProvider())
                        .build(keys.getPrivate())));
    }

    /** Also for the command, which is tested elsewhere. */
    public static void writeWeak(Path pem) throws Exception {
        CertificateFiles.writeCertificate(pem, certificate("RSA", 2048, "SHA256withRSA"));
    }

    private static KeyPair newKeys(String kind, int bits) {
        try {
            KeyPairGenerator generator = bits == 224
                    ? KeyPairGenerator.getInstance(kind, new BouncyCastleProvider())
                    : KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

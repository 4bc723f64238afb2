package kaigo.certificates;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Date;
import java.util.List;
import kaigo.shared.CertificateHolder;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * 認証局（試用）: issues certificates on EC P-256 (profile proposed, ours; the real authority of the LGWAN side is not
 * public). A client certificate names its holder twice, such as {@code CN=<保険者番号>, OU=insurer} in the subject and
 * {@code urn:kiban:insurer:<保険者番号>} as subject alternative name; so too {@code office} with a 事業所番号 and
 * {@code clinic} with a 医療機関コード. The server takes the latter name, and only with a registered fingerprint.
 */
public final class CertificateAuthority {

    private static final String OWNER = ", O=kiban, C=JP";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final IssuedCertificate self;

    CertificateAuthority(IssuedCertificate self) {
        this.self = self;
    }

    public static CertificateAuthority create(String name, Validity validity) {
        KeyPair keys = newKeys();
        X500Name subject = new X500Name("CN=" + name + OWNER);
        Profile profile = new Profile(subject, keys, validity, List.of(), null);
        return new CertificateAuthority(profile.signedBy(subject, keys));
    }

    /** Certificate and key of the authority itself. */
    public IssuedCertificate self() {
        return self;
    }

    public X509Certificate certificate() {
        return self.certificate();
    }

    /** @param names host names or IPv4 addresses, the first is the subject's */
    public IssuedCertificate issueServer(List<String> names, Validity validity) {
        List<GeneralName> alternatives = names.stream()
                .map(name -> new GeneralName(isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toList();
        X500Name subject = new X500Name("CN=" + names.getFirst() + ", OU=server" + OWNER);
        return issue(subject, validity, alternatives, KeyPurposeId.id_kp_serverAuth);
    }

    public IssuedCertificate issueClient(CertificateHolder holder, Validity validity) {
        String[] words = holder.holder().split(":");
        X500Name subject = new X500Name("CN=" + words[1] + ", OU=" + words[0] + OWNER);
        GeneralName alternative =
                new GeneralName(GeneralName.uniformResourceIdentifier, CertificateNames.URN + holder.holder());
        return issue(subject, validity, List.of(alternative), KeyPurposeId.id_kp_clientAuth);
    }

    private IssuedCertificate issue(
            X500Name subject, Validity validity, List<GeneralName> alternatives, KeyPurposeId purpose) {
        Profile profile = new Profile(subject, newKeys(), validity, alternatives, purpose);
        X500Name issuer = X500Name.getInstance(
                self.certificate().getSubjectX500Principal().getEncoded());
        return profile.signedBy(issuer, new KeyPair(self.certificate().getPublicKey(), self.key()));
    }

    private static boolean isAddress(String name) {
        return name.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /** @param purpose null for the authority itself */
    private record Profile(
            X500Name subject,
            KeyPair keys,
            Validity validity,
            List<GeneralName> alternatives,
            @org.jspecify.annotations.Nullable KeyPurposeId purpose) {

        IssuedCertificate signedBy(X500Name issuer, KeyPair issuerKeys) {
            try {
                var builder = new JcaX509v3CertificateBuilder(
                        issuer,
                        new BigInteger(127, RANDOM).setBit(126),
                        Date.from(validity.from()),
                        Date.from(validity.until()),
                        subject,
                        keys.getPublic());
                extend(builder, issuerKeys);
                var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate());
                var certificate = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
                return new IssuedCertificate(certificate, keys.getPrivate());
            } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
                throw new IllegalStateException("a certificate could not be made", e);
            }
        }

        private void extend(X509v3CertificateBuilder builder, KeyPair issuerKeys)
                throws GeneralSecurityException, CertIOException {
            boolean isAuthority = purpose == null;
            int usage = isAuthority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature;
            var identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(keys.getPublic()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(issuerKeys.getPublic()));
            if (!isAuthority) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(alternatives.toArray(new GeneralName[0])));
            }
        }
    }
}

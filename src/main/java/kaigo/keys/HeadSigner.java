package kaigo.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/** Ed25519 from a secret of 32 bytes (RFC 8032). The JDK signs; only the public key's derivation is not in the JDK. */
final class HeadSigner {
    /** SubjectPublicKeyInfo of an Ed25519 key up to its 32 bytes (RFC 8410, section 4). */
    private static final byte[] X509_BEGIN = HexFormat.of().parseHex("302a300506032b6570032100");

    private final PrivateKey privateKey;
    private final byte[] publicKey;

    HeadSigner(NamedKey key) {
        try {
            privateKey = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, key.secret()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        publicKey = new Ed25519PrivateKeyParameters(key.secret())
                .generatePublicKey()
                .getEncoded();
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String publicKeyPem() {
        byte[] encoded = new byte[X509_BEGIN.length + publicKey.length];
        System.arraycopy(X509_BEGIN, 0, encoded, 0, X509_BEGIN.length);
        System.arraycopy(publicKey, 0, encoded, X509_BEGIN.length, publicKey.length);
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN PUBLIC KEY-----\n" + lines.encodeToString(encoded) + "\n-----END PUBLIC KEY-----\n";
    }
}

package kaigo.certificates;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import java.util.regex.Pattern;

/** 鍵と署名の強さ: whoever wants to forge it must try 2^128 times (NIST SP 800-57). */
public final class Strength {

    private static final int RSA_BITS = 3072;
    private static final int CURVE_BITS = 256;
    private static final Pattern STRONG_HASH = Pattern.compile("SHA(3-)?-?(256|384|512)");

    private Strength() {}

    /** The name of what is too weak in a certificate: its key, or the issuer's signature under it. */
    public static Optional<String> findWeakness(X509Certificate certificate) {
        return findWeakness(certificate.getPublicKey()).or(() -> findWeakSignature(certificate));
    }

    /** The kind and length of a key that is too weak. */
    public static Optional<String> findWeakness(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> shorter(rsa, rsa.getModulus().bitLength(), RSA_BITS);
            case ECPublicKey ec -> shorter(ec, ec.getParams().getOrder().bitLength(), CURVE_BITS);
            case EdECPublicKey _ -> Optional.empty();
            default -> Optional.of(key.getAlgorithm());
        };
    }

    private static Optional<String> shorter(PublicKey key, int bits, int least) {
        return bits < least ? Optional.of(key.getAlgorithm() + " " + bits) : Optional.empty();
    }

    private static Optional<String> findWeakSignature(X509Certificate certificate) {
        String name = certificate.getSigAlgName();
        if (name.startsWith("Ed")) {
            return Optional.empty();
        }
        String hash = name.equals("RSASSA-PSS") ? hashOfPss(certificate) : name.replaceFirst("with.*", "");
        return STRONG_HASH.matcher(hash).matches() ? Optional.empty() : Optional.of(name + " " + hash);
    }

    /** Its name does not tell. */
    private static String hashOfPss(X509Certificate certificate) {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
            parameters.init(certificate.getSigAlgParams());
            return parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm();
        } catch (GeneralSecurityException | IOException unreadable) {
            return "?";
        }
    }
}

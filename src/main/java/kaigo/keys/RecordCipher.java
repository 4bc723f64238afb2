package kaigo.keys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * 一件ずつの封印: AES-256-GCM of short values (a マイナンバー of 12 bytes gives 40) under the key of one file. For one thread;
 * ask {@link SealedFiles#recordCipher} for one each.
 */
public final class RecordCipher {
    private static final int START = 8;
    private static final int OVERHEAD = Crypto.NONCE + Crypto.TAG;

    private final SecretKey key;
    private final Cipher sealing;
    private final Cipher opening;
    private final byte[] nonce = new byte[Crypto.NONCE];
    private int counter;

    RecordCipher(SecretKey key) {
        this.key = key;
        try {
            sealing = Cipher.getInstance("AES/GCM/NoPadding");
            opening = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The nonce, the ciphertext and the tag: 28 bytes more than the value. */
    public byte[] seal(byte[] value) {
        nextNonce();
        byte[] sealed = new byte[value.length + OVERHEAD];
        System.arraycopy(nonce, 0, sealed, 0, nonce.length);
        try {
            sealing.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(Crypto.TAG * 8, nonce));
            sealing.doFinal(value, 0, value.length, sealed, nonce.length);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Opens what {@link #seal} gave.
     *
     * @throws SealBroken if it was altered or belongs to another file
     */
    public byte[] unseal(byte[] sealed) {
        if (sealed.length < OVERHEAD) {
            throw new SealBroken("too short to be a sealed value");
        }
        try {
            opening.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(Crypto.TAG * 8, sealed, 0, Crypto.NONCE));
            return opening.doFinal(sealed, Crypto.NONCE, sealed.length - Crypto.NONCE);
        } catch (AEADBadTagException altered) {
            throw new SealBroken("altered, or sealed with another key");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Eight random bytes and a counter: every cipher of a file, in every run of the program, begins at another place, and
     * none comes back to a nonce that it used.
     */
    private void nextNonce() {
        if (counter == 0) {
            System.arraycopy(Crypto.random(START), 0, nonce, 0, START);
        }
        ByteBuffer.wrap(nonce).putInt(START, counter++);
    }
}

package kaigo.keys;

/** 封印した値: AES-256-GCM (nonce, ciphertext, tag) and the id of the master key that opens it. */
@SuppressWarnings("ArrayRecordComponent") // a carrier between two calls; never compared
public record Sealed(String keyId, byte[] bytes) {
    @Override
    public String toString() {
        return "Sealed[" + keyId + "]";
    }
}

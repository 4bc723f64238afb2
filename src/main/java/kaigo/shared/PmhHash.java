package kaigo.shared;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * PMHキーの検索値: the keyed hashes under which a person's files may stand (HMAC-SHA256, 32 bytes each; proposed, ours).
 *
 * @param newest under the newest key: the one that is written
 * @param mark names the newest key beside what is written
 * @param older under the older keys of the ring, for what was written before a rotation
 */
public record PmhHash(byte[] newest, int mark, List<byte[]> older) implements Serializable {

    public PmhHash {
        older = List.copyOf(older);
    }

    /** All of them, to look the person up. */
    public byte[][] all() {
        return Stream.concat(Stream.of(newest), older.stream()).toArray(byte[][]::new);
    }
}

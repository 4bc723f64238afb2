package kaigo.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The head of a sealed file: two places for the wrapped file key, each in a disk block of its own. A new wrapping is on
 * disk before the old one is wiped, so a power cut between them loses nothing.
 */
final class SealedHeader {
    static final int PLACE = 4096;
    static final int PLACES = 2;
    static final int LENGTH = PLACE * PLACES;
    private static final int MARK = 0x4b534631; // "KSF1"
    private static final int LONGEST = 512;

    private SealedHeader() {}

    /** What stands in each place; an empty or damaged one is empty. */
    static List<Optional<Sealed>> read(FileChannel channel) throws IOException {
        List<Optional<Sealed>> places = new ArrayList<>();
        for (int place = 0; place < PLACES; place++) {
            var bytes = ByteBuffer.allocate(PLACE);
            long position = (long) place * PLACE;
            while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) > 0) {
                // until the block is whole
            }
            places.add(parse(bytes.flip()));
        }
        return places;
    }

    private static Optional<Sealed> parse(ByteBuffer bytes) {
        if (bytes.remaining() < PLACE || bytes.getInt() != MARK) {
            return Optional.empty();
        }
        int idLength = bytes.getInt();
        int keyLength = bytes.getInt();
        if (idLength < 1 || idLength > LONGEST || keyLength < 1 || keyLength > LONGEST) {
            return Optional.empty();
        }
        byte[] id = new byte[idLength];
        byte[] key = new byte[keyLength];
        bytes.get(id).get(key);
        return Optional.of(new Sealed(new String(id, StandardCharsets.UTF_8), key));
    }

    static int otherThan(int place) {
        return PLACES - 1 - place;
    }

    static void write(FileChannel channel, int place, Sealed wrapped) throws IOException {
        byte[] id = wrapped.keyId().getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(PLACE);
        bytes.putInt(MARK).putInt(id.length).putInt(wrapped.bytes().length);
        bytes.put(id).put(wrapped.bytes());
        writeFully(channel, place, bytes.clear());
    }

    static void wipe(FileChannel channel, int place) throws IOException {
        writeFully(channel, place, ByteBuffer.allocate(PLACE));
    }

    private static void writeFully(FileChannel channel, int place, ByteBuffer bytes) throws IOException {
        long start = (long) place * PLACE;
        while (bytes.hasRemaining()) {
            channel.write(bytes, start + bytes.position());
        }
    }
}

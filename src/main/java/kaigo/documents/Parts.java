package kaigo.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * 受け取り中の文書: its bytes in memory, in the parts in which they will be kept. No file holds them (settled 11), so all
 * that are on their way share one room, and who finds it full is refused: the server's memory has an end.
 */
final class Parts implements Content, AutoCloseable {

    /** Bytes of a part (settled 36). */
    static final int SIZE = 256 * 1024;

    private final Semaphore room;
    private final List<byte[]> parts = new ArrayList<>();
    private final MessageDigest sha256;
    private int length;

    /** @param room one permit for each part */
    Parts(Semaphore room) {
        this.room = room;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Reads to the end, or until there is a problem. Throws IOException if the sender's connection breaks. */
    Optional<DocumentProblem> read(InputStream in, int limit) throws IOException {
        while (true) {
            if (!room.tryAcquire()) {
                return Optional.of(DocumentProblem.BUSY);
            }
            byte[] part = readPart(in);
            if (part.length == 0) {
                return Optional.empty();
            }
            if (length > limit) {
                return Optional.of(DocumentProblem.TOO_LARGE);
            }
        }
    }

    private byte[] readPart(InputStream in) throws IOException {
        byte[] part = new byte[0];
        try {
            part = in.readNBytes(SIZE);
        } finally {
            if (part.length == 0) {
                room.release();
            }
        }
        if (part.length > 0) {
            parts.add(part);
            sha256.update(part);
            length += part.length;
        }
        return part;
    }

    List<byte[]> list() {
        return parts;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        for (byte[] part : parts) {
            out.write(part);
        }
    }

    /** Lower-case hexadecimal digits. To be asked once, after the last part. */
    String digest() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    @Override
    public void close() {
        room.release(parts.size());
        parts.clear();
    }
}

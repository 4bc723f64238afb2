package kaigo.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import kaigo.access.InsurerPermit;

/**
 * 受け取り中の文書: its bytes in the parts in which they will be kept. Each part that is full goes into the database at once,
 * in a transaction of its own, so that memory does not grow with the document and no connection waits for a sender; the rest,
 * of most documents all of it, stays here. Nobody sees it before it is kept.
 */
final class Arriving implements Content, AutoCloseable {

    /** Bytes of a part (settled 36). */
    static final int PART = 256 * 1024;

    private final DocumentStore store;
    private final InsurerPermit permit;
    private final InstantSource clock;
    private final UUID id = UUID.randomUUID();
    private final byte[] rest = new byte[PART];
    private final MessageDigest sha256;
    private int fullParts;
    private int length;

    Arriving(DocumentStore store, InsurerPermit permit, InstantSource clock) {
        this.store = store;
        this.permit = permit;
        this.clock = clock;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Reads to the end; false if there is more than the limit. Throws IOException if the sender's connection breaks. */
    boolean read(InputStream in, int limit) throws IOException {
        while (true) {
            int read = in.readNBytes(rest, 0, PART);
            sha256.update(rest, 0, read);
            length += read;
            if (length > limit) {
                return false;
            }
            if (read < PART) {
                return true;
            }
            store.addArriving(permit, id, fullParts, rest, clock.instant());
            fullParts++;
        }
    }

    @Override
    public int length() {
        return length;
    }

    /** Throws IOException if a part is gone: the database crashed, or the sender took longer than what is left lying may. */
    @Override
    public void writeTo(OutputStream out) throws IOException {
        for (int part = 0; part < fullParts; part++) {
            out.write(store.findArriving(permit, id, part).orElseThrow(() -> new IOException("a part is gone")));
        }
        out.write(rest, 0, restLength());
    }

    /** Lower-case hexadecimal digits. To be asked once, after the last part. */
    String digest() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** Its parts become those of the document, within the running transaction; false if one is gone. */
    boolean become(Document document) {
        if (restLength() > 0) {
            store.addPart(permit, document, fullParts, Arrays.copyOf(rest, restLength()));
        }
        return fullParts == 0 || store.addArrived(permit, document, id) == fullParts;
    }

    private int restLength() {
        return length - fullParts * PART;
    }

    /** What became of it, or not, is decided: nothing of it stays on its way. */
    @Override
    public void close() {
        if (fullParts > 0) {
            store.removeArriving(permit, id);
        }
    }
}

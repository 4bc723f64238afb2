package kaigo.intake.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request on its way in: counts its bytes, and remembers if the connection broke. */
final class Body extends FilterInputStream {

    /** Of records in one body (interface.md 9.9; proposed, ours). */
    static final long LIMIT = 10L * 1024 * 1024;

    private long bytes;
    private boolean broken;

    Body(InputStream in) {
        super(in);
    }

    boolean isTooLarge() {
        return bytes > LIMIT;
    }

    boolean isBroken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        try {
            int read = super.read(buffer, from, length);
            bytes += Math.max(read, 0);
            return read;
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }
}

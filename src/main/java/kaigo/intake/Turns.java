package kaigo.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * 受付の順番: when many send at once, only a few receptions work at one time, so that whoever reads a page meanwhile is not
 * the fiftieth to get a core. One that waits for its sender's bytes lets the next go on.
 */
final class Turns {

    private final Semaphore turns;

    /** @param atOnce receptions that work at one time */
    Turns(int atOnce) {
        this.turns = new Semaphore(atOnce, true);
    }

    <T> T take(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** The same file; to be read within {@link #take}. */
    Incoming letting(Incoming incoming) {
        return new Incoming(new Letting(incoming.bytes()), incoming.name(), incoming.limit(), incoming.interfaceId());
    }

    private final class Letting extends FilterInputStream {
        Letting(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            turns.release();
            try {
                return in.read(into, from, length);
            } finally {
                turns.acquireUninterruptibly();
            }
        }
    }
}

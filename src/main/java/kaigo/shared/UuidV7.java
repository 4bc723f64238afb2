package kaigo.shared;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * UUIDv7 (RFC 9562): ids in the order of their making, for rows that have no natural key. Within one JVM every id is
 * greater than the one before, also within a millisecond and after the clock was set back.
 */
public final class UuidV7 {

    private static final int COUNTER_BITS = 12;
    private static final int COUNTER = (1 << COUNTER_BITS) - 1;

    private final InstantSource clock;
    private final RandomGenerator random;

    /** Milliseconds since 1970, below them the counter; one that runs over borrows from the next millisecond. */
    private long last;

    public UuidV7(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public synchronized UUID next() {
        // Half of the counter's range stays free for ids of the same millisecond.
        long fresh = (clock.millis() << COUNTER_BITS) | random.nextInt(1 << (COUNTER_BITS - 1));
        last = Math.max(fresh, last + 1);
        long high = ((last >>> COUNTER_BITS) << 16) | 0x7000 | (last & COUNTER);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}

package kaigo.viewing;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * A lever with the book that is kept of it. A look counts only if no change was under way when it began and none had begun
 * when it ended: what was acknowledged before must then be what it found, whichever thread looked.
 */
final class Watched {

    final String name;
    private final Lever lever;

    /** Odd while a change is under way. */
    private final AtomicLong turns = new AtomicLong();

    private volatile boolean open;

    Watched(String name, Lever lever) {
        this.name = name;
        this.lever = lever;
        this.open = lever.shows();
    }

    enum Verdict {
        RIGHT,
        /** Shown, though its end was acknowledged before the look began. */
        SHOWN_AFTER_THE_END,
        REFUSED_AFTER_THE_GRANT,
        /** A change was under way: either answer is right. */
        IN_BETWEEN
    }

    /** By one thread only. */
    void change() {
        if (lever.isUsedUp()) {
            return;
        }
        boolean next = !open;
        turns.incrementAndGet();
        if (next) {
            lever.open();
        } else {
            lever.close();
        }
        open = next;
        turns.incrementAndGet();
    }

    Verdict look(Predicate<Lever> reader) {
        long before = turns.get();
        boolean acknowledged = open;
        boolean shown = reader.test(lever);
        if (before % 2 != 0 || turns.get() != before) {
            return Verdict.IN_BETWEEN;
        }
        if (shown == acknowledged) {
            return Verdict.RIGHT;
        }
        return shown ? Verdict.SHOWN_AFTER_THE_END : Verdict.REFUSED_AFTER_THE_GRANT;
    }
}

package kaigo.platform;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import kaigo.shared.InstitutionViewer;

/**
 * 要求数の上限 (proposed, ours): so many requests a minute, of the reading API for an account with its certificate, of tries to sign
 * in for a 接続元. Counted in memory, each for itself; a server that starts anew forgives. By the reading API only who has
 * signed in is counted, so that nobody can use up the share of another.
 */
public final class RateLimits {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** Accounts remembered at a time. Past it everybody begins anew: the memory has an end, and nobody is shut out for it. */
    private static final int MOST_ACCOUNTS = 50_000;

    private final int quota;
    private final int most;
    private final ConcurrentHashMap<Counted, Window> windows = new ConcurrentHashMap<>();

    RateLimits(int quota) {
        this(quota, MOST_ACCOUNTS);
    }

    RateLimits(int quota, int most) {
        this.quota = quota;
        this.most = most;
    }

    /** Who is counted. */
    private sealed interface Counted {}

    private record Account(String actor, String fingerprint) implements Counted {}

    private record Source(String network) implements Counted {}

    /** @param begun by the machine's own ticks, which no clock that is put right disturbs */
    private record Window(long begun, int used) {

        boolean isOver(long now) {
            return now - begun >= WINDOW.toNanos();
        }
    }

    /**
     * What a request has left.
     *
     * @param remaining requests in this window after this one
     * @param reset seconds until the next window, at least one
     */
    public record Share(boolean granted, int remaining, long reset) {}

    /** Counts one request. */
    public Share take(InstitutionViewer viewer) {
        return take(new Account(viewer.actor(), viewer.fingerprint()));
    }

    /** Counts one request of a 接続元. */
    Share take(String network) {
        return take(new Source(network));
    }

    private Share take(Counted who) {
        long now = System.nanoTime();
        if (windows.mappingCount() >= most) {
            forget(now);
        }
        Window window = windows.merge(
                who,
                new Window(now, 1),
                (held, fresh) -> held.isOver(now) ? fresh : new Window(held.begun(), Math.min(held.used(), quota) + 1));
        long left = Math.max(0, WINDOW.toNanos() - (now - window.begun()));
        return new Share(
                window.used() <= quota,
                Math.max(0, quota - window.used()),
                Math.max(1, Math.ceilDiv(left, Duration.ofSeconds(1).toNanos())));
    }

    public int quota() {
        return quota;
    }

    /** Remembered just now. */
    long accounts() {
        return windows.mappingCount();
    }

    static long seconds() {
        return WINDOW.toSeconds();
    }

    private void forget(long now) {
        windows.values().removeIf(window -> window.isOver(now));
        if (windows.mappingCount() >= most) {
            windows.clear();
        }
    }
}

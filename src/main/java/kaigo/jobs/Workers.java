package kaigo.jobs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * 働き手: a few threads that look for work and do it. What is to be done stands in tables; a wake-up only saves waiting
 * for the next look, and losing one loses nothing (settled 7).
 */
public final class Workers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration PARTING = Duration.ofSeconds(20);

    private final String name;
    private final int count;
    private final Duration look;
    private final Function<Workers, BooleanSupplier> work;
    private final Semaphore wake = new Semaphore(0);
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean running;

    /** By the machine's own measure of what has passed, which is no time of day. */
    private volatile @Nullable Long doneAt;

    /**
     * @param work makes what one thread calls again and again; true says that there may be more to do at once
     */
    public Workers(String name, int count, Supplier<BooleanSupplier> work) {
        this(name, count, LOOK, work);
    }

    /** @param look how often to look when nobody wakes them */
    public Workers(String name, int count, Duration look, Supplier<BooleanSupplier> work) {
        this(name, count, look, _ -> work.get());
    }

    /** @param work may {@link #rest} in the midst of what it does */
    public Workers(String name, int count, Duration look, Function<Workers, BooleanSupplier> work) {
        this.name = name;
        this.count = count;
        this.look = look;
        this.work = work;
    }

    /** One of them, which looks at its start and then once an hour. */
    public static Workers hourly(String name, Runnable work) {
        return new Workers(name, 1, Duration.ofHours(1), () -> () -> {
            work.run();
            return false;
        });
    }

    /** However often in a row: each thread looks once more, not as often as it was woken. */
    public void wake() {
        wake.drainPermits();
        wake.release(count);
    }

    @Override
    public void start() {
        running = true;
        for (int i = 1; i <= count; i++) {
            threads.add(Thread.ofPlatform().name(name + "-" + i).daemon().start(this::work));
        }
    }

    /** Rests for a while, or until they are woken or stopped; false says that it is time to stop. */
    public boolean rest(Duration time) {
        pause(time);
        return running;
    }

    /** How it goes. */
    public WorkersState state() {
        Long done = doneAt;
        return new WorkersState(
                name,
                count,
                (int) threads.stream().filter(Thread::isAlive).count(),
                done == null ? null : Duration.ofNanos(System.nanoTime() - done),
                failures.get());
    }

    private void work() {
        BooleanSupplier step = work.apply(this);
        while (running) {
            try {
                boolean more = step.getAsBoolean();
                doneAt = System.nanoTime();
                failures.set(0);
                if (!more && running) {
                    pause(look);
                }
            } catch (RuntimeException e) {
                failures.incrementAndGet();
                LOG.error("{} failed; the work is taken up again", name, e);
                pause(AFTER_FAILURE);
            }
        }
    }

    private void pause(Duration atMost) {
        try {
            if (wake.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        wake();
        for (Thread thread : threads) {
            try {
                thread.join(PARTING);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

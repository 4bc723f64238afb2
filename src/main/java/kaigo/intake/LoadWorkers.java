package kaigo.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kaigo.access.Gate;
import kaigo.access.JobPermit;
import kaigo.intake.register.FileTakenOver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 登録処理の働き手: a few threads that take files in their order. What is to be done stands in {@code intake.file}; a
 * wake-up only saves waiting for the next look, and losing one loses nothing (settled 7).
 */
final class LoadWorkers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoadWorkers.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Gate gate;
    private final FileStore files;
    private final Supplier<Loader> loaders;
    private final InstantSource clock;
    private final Semaphore wake = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    LoadWorkers(Gate gate, FileStore files, Supplier<Loader> loaders, InstantSource clock) {
        this.gate = gate;
        this.files = files;
        this.loaders = loaders;
        this.clock = clock;
    }

    /** @param workers at most this many files at once, each on one database connection */
    void start(int workers) {
        for (int i = 1; i <= workers; i++) {
            threads.add(Thread.ofPlatform().name("load-" + i).daemon().start(this::work));
        }
    }

    void wake() {
        wake.release(threads.size());
    }

    private void work() {
        Loader loader = loaders.get();
        while (open) {
            try {
                if (!loadNext(loader)) {
                    wake.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                open = false;
            } catch (FileTakenOver e) {
                LOG.info("a file went on with another worker");
            } catch (RuntimeException e) {
                LOG.error("a load stopped; its file is taken up again from its progress mark", e);
                pause();
            }
        }
    }

    private boolean loadNext(Loader loader) {
        boolean[] found = {false};
        gate.job("load", "load-" + Thread.currentThread().threadId(), permit -> {
            Instant now = clock.instant();
            Optional<ReceivedFile> file = files.claim(permit, now, now.plus(LEASE));
            found[0] = file.isPresent();
            return file.map(one -> load(permit, loader, one)).orElse(0L);
        });
        return found[0];
    }

    private long load(JobPermit permit, Loader loader, ReceivedFile file) {
        try {
            return loader.load(permit, file);
        } catch (FileTakenOver e) {
            throw e;
        } catch (RuntimeException e) {
            files.release(permit, file);
            throw e;
        }
    }

    /** Without it a database that is away would be asked as fast as the machine can. */
    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            open = false;
        }
    }

    @Override
    public void close() {
        open = false;
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

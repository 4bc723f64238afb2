package kaigo.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import kaigo.Await;
import org.junit.jupiter.api.Test;

/** How the workers are is told from what they do. */
class WorkersTest {

    @Test
    void who_comes_to_the_end_of_a_step_is_well_and_who_fails_is_not_until_it_works_again() {
        AtomicBoolean fails = new AtomicBoolean();
        Workers workers = new Workers("test", 1, Duration.ofMillis(1), () -> () -> {
            if (fails.get()) {
                throw new IllegalStateException("on purpose");
            }
            return false;
        });
        assertThat(workers.state().isWell()).as("before the start").isFalse();
        workers.start();
        Await.until(() -> workers.state().sinceDone() != null, Duration.ofSeconds(20));
        assertThat(workers.state().isWell()).isTrue();
        fails.set(true);
        Await.until(() -> workers.state().failures() > 0, Duration.ofSeconds(20));
        assertThat(workers.state().isWell()).isFalse();
        fails.set(false);
        Await.until(() -> workers.state().isWell(), Duration.ofSeconds(20));
        workers.stop();
        assertThat(workers.state().alive()).isZero();
    }

    @Test
    void an_error_that_ends_a_thread_shows() {
        Workers workers = new Workers("test", 1, Duration.ofMillis(1), () -> () -> {
            throw new AssertionError("on purpose");
        });
        workers.start();
        Await.until(() -> workers.state().alive() == 0, Duration.ofSeconds(20));
        assertThat(workers.state().isWell()).isFalse();
        workers.stop();
    }

    @Test
    void who_rests_in_the_midst_of_its_work_is_told_when_to_stop() {
        List<Boolean> told = new CopyOnWriteArrayList<>();
        AtomicReference<Thread> worker = new AtomicReference<>();
        Workers workers = new Workers("test", 1, Duration.ofHours(1), self -> () -> {
            worker.set(Thread.currentThread());
            told.add(self.rest(Duration.ofMillis(1)));
            told.add(self.rest(Duration.ofHours(1)));
            return false;
        });
        workers.start();
        Await.until(() -> !told.isEmpty(), Duration.ofSeconds(20));
        workers.stop();
        assertThat(told).containsExactly(true, false);
        assertThat(worker.get().isAlive()).as("waits for no look after that").isFalse();
    }

    @Test
    void where_there_is_nothing_to_do_nobody_is_missed() {
        Workers nobody = new Workers("test", 0, () -> () -> false);
        nobody.start();
        assertThat(nobody.state().isWell()).isTrue();
        nobody.stop();
    }
}

package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Receptions that take turns: few work at one time, and who waits for a slow sender is in nobody's way. */
@Timeout(60)
class TurnsTest {

    private final Turns turns = new Turns(1);

    @Test
    void who_waits_for_bytes_lets_the_next_go_on() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> slow = threads.submit(() -> turns.take(() -> read(turns.letting(new Incoming(
                    new InputStream() {
                        @Override
                        public int read() {
                            reading.countDown();
                            await(arrived);
                            return 'x';
                        }
                    },
                    null,
                    1)))));
            await(reading);

            assertThat(turns.take(() -> "next")).isEqualTo("next");
            arrived.countDown();
            assertThat(slow.get()).isEqualTo('x');
        }
    }

    @Test
    void no_more_work_at_one_time_than_there_are_turns() throws Exception {
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                threads.submit(() -> turns.take(() -> {
                    most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                    Thread.yield();
                    return atWork.decrementAndGet();
                }));
            }
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void a_turn_that_ends_with_an_exception_is_given_back() {
        for (int i = 0; i < 2; i++) {
            try {
                turns.take(() -> {
                    throw new IllegalStateException();
                });
            } catch (IllegalStateException expected) {
                assertThat(turns.take(() -> 1)).isEqualTo(1);
            }
        }
    }

    private static int read(Incoming incoming) {
        try {
            return incoming.bytes().read(new byte[1], 0, 1) < 0 ? -1 : 'x';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

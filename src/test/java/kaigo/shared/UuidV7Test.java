package kaigo.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7Test {

    private static final long NOW = Instant.parse("2026-11-22T00:00:00Z").toEpochMilli();

    private final AtomicLong millis = new AtomicLong(NOW);
    private final InstantSource clock = () -> Instant.ofEpochMilli(millis.get());
    private final UuidV7 ids = new UuidV7(clock, new Random(7));

    @Test
    void it_is_a_uuid_of_version_7_that_begins_with_the_milliseconds() {
        UUID id = ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW);
    }

    @Test
    void ids_of_one_millisecond_ascend_even_when_the_counter_runs_over() {
        List<UUID> made = Stream.generate(ids::next).limit(20_000).toList();
        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(made).extracting(UUID::toString).isSorted();
        assertThat(made).allMatch(id -> id.version() == 7 && id.variant() == 2);
    }

    @Test
    void ids_ascend_when_the_clock_is_set_back() {
        UUID before = ids.next();
        millis.addAndGet(-3_600_000);
        assertThat(ids.next()).isGreaterThan(before);
    }

    @Test
    void ids_follow_the_clock_when_it_goes_on() {
        List<UUID> made = IntStream.range(0, 5_000)
                .peek(i -> millis.addAndGet(i % 3))
                .mapToObj(i -> ids.next())
                .toList();
        assertThat(made).isSorted();
        assertThat(made.getLast().getMostSignificantBits() >>> 16).isEqualTo(millis.get());
    }

    @Test
    void threads_wait_for_each_other_so_that_order_and_chance_are_used_by_one_at_a_time() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();
        RandomGenerator watched = () -> {
            overlaps.addAndGet(inside.getAndIncrement());
            Thread.yield();
            return inside.decrementAndGet();
        };
        UuidV7 shared = new UuidV7(clock, watched);
        List<UUID> made = IntStream.range(0, 100_000)
                .parallel()
                .mapToObj(i -> shared.next())
                .toList();
        assertThat(overlaps).hasValue(0);
        assertThat(made).extracting(UUID::getMostSignificantBits).doesNotHaveDuplicates();
    }
}

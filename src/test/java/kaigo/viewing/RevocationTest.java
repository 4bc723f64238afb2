package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No look that begins after the acknowledgement of a withdrawal shows anything (settled 19), and none after that of a grant
 * is refused, however many look and change at once.
 */
class RevocationTest {

    private static final String SHOWN = "SHOWN_AFTER_THE_END";
    private static final String REFUSED = "REFUSED_AFTER_THE_GRANT";

    @Test
    void no_look_begun_after_an_acknowledged_withdrawal_shows_anything() throws Exception {
        List<List<Watched>> hands = new ArrayList<>();
        hands.add(new ConsentLevers(4).byOffice());
        hands.add(List.of(new ConsentLevers(2).byMunicipality()));
        AccessLevers access = new AccessLevers();
        hands.add(List.of(access.account(), access.certificate(), access.token(), access.viewing()));
        requireNothingWrong(new Contest(hands, Lever::shows, 1_200, 25).run(), 1_200);
    }

    @Test
    @Tag("long")
    void a_million_times() throws Exception {
        List<List<Watched>> hands = new ArrayList<>();
        hands.add(new ConsentLevers(120).byOffice());
        hands.add(Stream.generate(() -> new ConsentLevers(4).byMunicipality())
                .limit(8)
                .toList());
        AccessLevers access = new AccessLevers();
        hands.add(List.of(access.account(), access.certificate(), access.token(), access.viewing()));
        requireNothingWrong(new Contest(hands, Lever::shows, 1_000_000, 150).run(), 1_000_000);
    }

    /** The control: whoever remembers an answer for ten looks is found out. */
    @Test
    void a_reader_that_remembers_for_a_moment_is_found_out() throws Exception {
        Map<String, Integer> verdicts =
                new Contest(List.of(new ConsentLevers(4).byOffice()), new Forgetful(10), 1_000, 25).run();
        assertThat(verdicts.keySet()).anyMatch(verdict -> verdict.startsWith(SHOWN));
    }

    private static void requireNothingWrong(Map<String, Integer> verdicts, int looks) {
        System.out.println("looks while others change: " + verdicts);
        assertThat(verdicts.keySet()).noneMatch(verdict -> verdict.startsWith(SHOWN) || verdict.startsWith(REFUSED));
        assertThat(verdicts.get("RIGHT")).isGreaterThan(looks * 3 / 4);
        assertThat(verdicts.get("changes")).isGreaterThan(looks / 500);
    }

    /** Asks once, and gives the same answer to the next ones who ask. */
    private static final class Forgetful implements Predicate<Lever> {
        private final int times;
        private final Map<Lever, Boolean> remembered = new ConcurrentHashMap<>();
        private final Map<Lever, AtomicInteger> left = new ConcurrentHashMap<>();

        Forgetful(int times) {
            this.times = times;
        }

        @Override
        public boolean test(Lever lever) {
            if (left.computeIfAbsent(lever, _ -> new AtomicInteger()).getAndDecrement() <= 0) {
                remembered.put(lever, lever.shows());
                left.get(lever).set(times);
            }
            return remembered.getOrDefault(lever, false);
        }
    }
}

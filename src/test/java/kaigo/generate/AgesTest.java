package kaigo.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AgesTest {

    @Test
    void a_million_draws_have_the_groups_of_the_statistics() {
        int[] younger = new int[1];
        IntStream.range(0, 1_000_000)
                .mapToObj(index -> Ages.of(Draw.of(3, "442012", index)))
                .forEach(who -> younger[0] += who.age() < 75 ? 1 : 0);
        assertThat(younger[0] / 1e6).isCloseTo(1571.0 / 3589.0, Offset.offset(0.002));
    }

    @Test
    void every_draw_has_an_age_of_its_range() {
        assertThat(IntStream.range(0, 100_000)
                        .mapToObj(index -> Ages.of(Draw.of(4, "442012", index)))
                        .mapToInt(Ages.AgeAndSex::age))
                .allMatch(age -> age >= Ages.YOUNGEST && age <= Ages.OLDEST);
    }
}

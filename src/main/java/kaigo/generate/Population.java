package kaigo.generate;

import java.time.LocalDate;
import java.util.List;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;

/**
 * 架空の被保険者の集まり of one insurer on its 基準日: all that its persons are computed from.
 *
 * @param name of the insurer
 * @param municipalities where the insured live; several for a 広域連合
 * @param neighbour from where some have moved here, with the same マイナンバー; null: from nowhere that we know
 */
public record Population(
        long seed,
        InsurerNumber insurer,
        String name,
        int count,
        LocalDate baseDate,
        List<Municipality> municipalities,
        @Nullable Population neighbour) {

    /** みなし2号 are one in a thousand (ours), and one at least. */
    private static final int ONE_DEEMED_IN = 1000;

    public Population {
        if (count < 0 || municipalities.isEmpty()) {
            throw new IllegalArgumentException("a population needs a count and a municipality");
        }
        if (neighbour != null && neighbour.baseDate().isAfter(baseDate)) {
            throw new IllegalArgumentException("who moved here was insured there before");
        }
    }

    public static Population of(long seed, InsurerNumber insurer, int count, LocalDate baseDate) {
        Municipality only = Municipality.ofInsurer(insurer.value());
        return new Population(seed, insurer, only.name(), count, baseDate, List.of(only), null);
    }

    public Population withNeighbour(Population other) {
        return new Population(seed, insurer, name, count, baseDate, municipalities, other);
    }

    /** The same insurer with only so many persons. */
    Population ofOnly(int fewer) {
        return new Population(seed, insurer, name, fewer, baseDate, municipalities, neighbour);
    }

    String insurerNumber() {
        return insurer.value();
    }

    /** Persons whose number does not begin with H: they come first, for H sorts behind the digits. */
    int ordinary() {
        return count - Math.min(count, Math.max(1, count / ONE_DEEMED_IN));
    }
}

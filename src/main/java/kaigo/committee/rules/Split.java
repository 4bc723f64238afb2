package kaigo.committee.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * 判定の分かれ: how the members' levels of a case stand to each other, for the 合議体長 (proposed, ours).
 *
 * @param levels by login of those who have entered one
 */
public record Split(PaperCase of, Map<String, Level> levels) {

    public Split {
        levels = Map.copyOf(levels);
    }

    /** Whether there is something to talk about: they are not all the same, or somebody is undecided. */
    public boolean differs() {
        return levels.values().stream().distinct().count() > 1 || levels.containsValue(Level.UNDECIDED);
    }

    /** Those that differ first, within them and the others by 審査順. */
    public static List<Split> inOrder(List<Split> all) {
        return all.stream()
                .sorted(Comparator.comparing((Split one) -> !one.differs())
                        .thenComparingInt(one -> one.of().order()))
                .toList();
    }
}

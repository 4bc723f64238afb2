package kaigo.access.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kaigo.access.rules.Viewpoint.Verification;
import kaigo.shared.Job;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every combination of facts (settled 21): the rule and the literal reading of its sources say the same. */
class SharingWalkTest {

    private static final SharingTable TABLE = SharingTable.bundled();
    private static final boolean[] BOTH = {true, false};
    private static final int[] FEW_DAYS = {0, 1, 15, 29, 30, 31};
    private static final int[] ALL_DAYS = IntStream.rangeClosed(0, 40).toArray();

    private final Map<String, Integer> outcomes = new TreeMap<>();
    private long cells;

    @Test
    void the_rule_and_the_literal_reading_agree_everywhere() {
        Proposals open = proposals(Map.of());
        Proposals closed = Proposals.byDefault();
        for (Proposals proposals : List.of(open, closed)) {
            offices(FEW_DAYS).forEach(viewpoint -> hold(viewpoint, proposals));
            clinics(ALL_DAYS).forEach(viewpoint -> hold(viewpoint, proposals));
            others().forEach(viewpoint -> hold(viewpoint, proposals));
        }
        System.out.printf("%,d cells: %s%n", cells, outcomes);
        assertThat(cells).isGreaterThan(10_000_000L);
        assertThat(outcomes).hasSize(Reason.values().length + 1);
    }

    @TestFactory
    Stream<DynamicTest> so_they_do_with_any_switch_turned() {
        return Arrays.stream(Proposal.values())
                .map(proposal -> DynamicTest.dynamicTest(proposal.name(), () -> {
                    Proposals turned = proposals(Map.of(proposal, !proposal.isOnByDefault()));
                    offices(new int[] {0, 29, 30, 31})
                            .filter(this::isOfFewServices)
                            .forEach(one -> hold(one, turned));
                    clinics(FEW_DAYS).forEach(viewpoint -> hold(viewpoint, turned));
                }));
    }

    private boolean isOfFewServices(Viewpoint viewpoint) {
        return viewpoint instanceof Viewpoint.Office office && office.services().size() == 1;
    }

    /** All functions are open but what is said otherwise. */
    private static Proposals proposals(Map<Proposal, Boolean> turned) {
        Map<Proposal, Boolean> chosen = new EnumMap<>(Proposal.class);
        chosen.put(Proposal.LIFE_OPEN, true);
        chosen.put(Proposal.CARE_PLANS_OPEN, true);
        chosen.putAll(turned);
        return Proposals.with(chosen);
    }

    private void hold(Viewpoint viewpoint, Proposals proposals) {
        SharingRule rule = new SharingRule(TABLE, proposals);
        for (boolean inOrder : BOTH) {
            for (boolean started : BOTH) {
                for (boolean certified : BOTH) {
                    for (boolean consent : BOTH) {
                        hold(rule, new Facts(viewpoint, inOrder, started, certified, consent, Vector.TODAY), proposals);
                    }
                }
            }
        }
    }

    private void hold(SharingRule rule, Facts facts, Proposals proposals) {
        Map<Kind, Decision> decisions = rule.decide(facts);
        for (Kind kind : Kind.values()) {
            String told = SharingRuleTest.told(decisions.get(kind));
            String read = LiteralReading.told(kind, facts, proposals);
            if (!told.equals(read)) {
                throw new AssertionError(kind + " " + facts + ": the rule says " + told + ", the sources " + read);
            }
            outcomes.merge(told, 1, Integer::sum);
            cells++;
        }
    }

    private static Stream<Viewpoint> offices(int[] days) {
        List<List<OpinionRequest>> requests = requests(days);
        return subsets(ServiceClass.class)
                .flatMap(services -> subsets(Job.class)
                        .flatMap(jobs -> Arrays.stream(Verification.values())
                                .flatMap(verification -> requests.stream()
                                        .map(one -> new Viewpoint.Office(services, jobs, verification, one)))));
    }

    private static Stream<Viewpoint> clinics(int[] days) {
        return subsets(Job.class).flatMap(jobs -> requests(days).stream().map(one -> new Viewpoint.Clinic(jobs, one)));
    }

    private static Stream<Viewpoint> others() {
        return Stream.of(
                new Viewpoint.Insured(true),
                new Viewpoint.Insured(false),
                new Viewpoint.Municipality(true),
                new Viewpoint.Municipality(false),
                new Viewpoint.Member(true),
                new Viewpoint.Member(false),
                new Viewpoint.Operator());
    }

    /** None; one of each day, undecided or decided yesterday, today or on day 10; and an old one beside an open one. */
    private static List<List<OpinionRequest>> requests(int[] days) {
        List<List<OpinionRequest>> all = new ArrayList<>();
        all.add(List.of());
        for (int day : days) {
            var filed = Vector.TODAY.minusDays(day);
            all.add(List.of(new OpinionRequest(filed, null)));
            all.add(List.of(new OpinionRequest(filed, Vector.TODAY)));
            all.add(List.of(new OpinionRequest(filed, Vector.TODAY.minusDays(1))));
        }
        OpinionRequest old = new OpinionRequest(Vector.TODAY.minusDays(90), Vector.TODAY.minusDays(50));
        all.add(List.of(old));
        all.add(List.of(old, new OpinionRequest(Vector.TODAY.minusDays(30), null)));
        return all;
    }

    private static <E extends Enum<E>> Stream<Set<E>> subsets(Class<E> type) {
        E[] all = type.getEnumConstants();
        return IntStream.range(0, 1 << all.length).mapToObj(bits -> {
            Set<E> subset = EnumSet.noneOf(type);
            for (int i = 0; i < all.length; i++) {
                if ((bits >> i & 1) == 1) {
                    subset.add(all[i]);
                }
            }
            return subset;
        });
    }
}

package kaigo.bench;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import kaigo.access.rules.Facts;
import kaigo.access.rules.OpinionRequest;
import kaigo.access.rules.Proposals;
import kaigo.access.rules.ServiceClass;
import kaigo.access.rules.SharingRule;
import kaigo.access.rules.SharingTable;
import kaigo.access.rules.Viewpoint;
import kaigo.access.rules.Viewpoint.Verification;
import kaigo.shared.Job;

/** ./kiban bench rule: the pure rule, every kind of a person decided, on one core. */
final class RuleBench implements Measurement {

    private static final int CASES = 4_096;
    private static final int PERSONS = 4_000_000;
    private static final double WANTED = 1_000_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final int rounds;
    private final PrintStream out;

    RuleBench(int rounds, PrintStream out) {
        this.rounds = rounds;
        this.out = out;
    }

    @Override
    public List<Bar> run() {
        SharingRule rule = new SharingRule(SharingTable.bundled(), Proposals.ofDemo());
        Facts[] cases = cases();
        List<Double> ours = new ArrayList<>();
        List<Double> wanted = new ArrayList<>();
        decided(rule, cases);
        for (int i = 0; i < rounds; i++) {
            long begun = System.nanoTime();
            int allowed = decided(rule, cases);
            ours.add(PERSONS / ((System.nanoTime() - begun) / 1e9));
            wanted.add(WANTED);
            out.printf("  rule: %,.0f persons a second (%,d kinds allowed)%n", ours.getLast(), allowed);
        }
        return List.of(Bar.of("pure rule, persons / a million a second", ours, wanted, 1));
    }

    private static int decided(SharingRule rule, Facts[] cases) {
        int allowed = 0;
        for (int i = 0; i < PERSONS; i++) {
            for (var decision : rule.decide(cases[i % CASES]).values()) {
                allowed += decision.isAllowed() ? 1 : 0;
            }
        }
        return allowed;
    }

    private static Facts[] cases() {
        Random chance = new Random(7);
        Facts[] cases = new Facts[CASES];
        for (int i = 0; i < CASES; i++) {
            cases[i] = new Facts(
                    viewpoint(chance),
                    chance.nextInt(20) > 0,
                    chance.nextInt(10) > 0,
                    chance.nextInt(4) > 0,
                    chance.nextBoolean(),
                    TODAY);
        }
        return cases;
    }

    private static Viewpoint viewpoint(Random chance) {
        Set<Job> jobs = EnumSet.of(one(chance, Job.values()));
        List<OpinionRequest> requests = chance.nextInt(4) == 0
                ? List.of(new OpinionRequest(TODAY.minusDays(chance.nextInt(40)), null))
                : List.of();
        return chance.nextInt(4) == 0
                ? new Viewpoint.Clinic(jobs, requests)
                : new Viewpoint.Office(
                        EnumSet.of(one(chance, ServiceClass.values())),
                        jobs,
                        one(chance, Verification.values()),
                        requests);
    }

    private static <T> T one(Random chance, T[] of) {
        return of[chance.nextInt(of.length)];
    }
}

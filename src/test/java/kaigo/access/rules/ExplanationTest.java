package kaigo.access.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import kaigo.access.rules.Explanation.Seated;
import kaigo.access.rules.Explanation.Step;
import kaigo.access.rules.Viewpoint.Verification;
import kaigo.shared.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rule tells of itself is what it decides. */
class ExplanationTest {

    private static final int CASES = 20_000;
    private static final SharingTable TABLE = SharingTable.bundled();

    /** Which question has which reasons. */
    private static final Map<Question, Set<Reason>> REASONS = new EnumMap<>(Map.of(
            Question.ACCOUNT, Set.of(Reason.AUTH),
            Question.FUNCTION, Set.of(Reason.FEATURE_NOT_YET),
            Question.START, Set.of(Reason.MUNICIPALITY_NOT_STARTED),
            Question.CELL, Set.of(Reason.NOT_SHARED_WITH_VIEWER),
            Question.PAPER, Set.of(Reason.HELD_ON_PAPER),
            Question.RELATION,
                    EnumSet.of(
                            Reason.OTHER_MUNICIPALITY,
                            Reason.NOT_SELF,
                            Reason.NOT_VERIFIED,
                            Reason.VIEWING_EXPIRED,
                            Reason.NO_OPINION_REQUEST,
                            Reason.WINDOW_CLOSED,
                            Reason.NO_MEETING),
            Question.JOB, Set.of(Reason.JOB_NOT_ALLOWED),
            Question.CERTIFICATION, Set.of(Reason.NOT_YET_CERTIFIED),
            Question.CONSENT, Set.of(Reason.CONSENT_MISSING)));

    static List<Vector> vectors() {
        return SharingRuleTest.vectors();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void of_every_vector_the_explanation_ends_where_the_vector_does(Vector vector) {
        Explanation explained = new SharingRule(TABLE, vector.proposals()).explain(vector.kind(), vector.facts());
        assertThat(SharingRuleTest.told(explained.decision())).isEqualTo(vector.expected());
        assertThat(outcome(explained)).isEqualTo(vector.expected());
    }

    @Test
    void of_thousands_of_drawn_facts_it_is_the_decision_and_each_reason_answers_its_question() {
        Random chance = new Random(20261120);
        Set<Reason> seen = EnumSet.noneOf(Reason.class);
        for (int i = 0; i < CASES; i++) {
            Proposals proposals = proposals(chance);
            SharingRule rule = new SharingRule(TABLE, proposals);
            Facts facts = facts(chance);
            Kind kind = one(chance, Kind.values());
            Explanation explained = rule.explain(kind, facts);
            assertThat(explained.decision()).isEqualTo(rule.decide(kind, facts));
            assertThat(outcome(explained))
                    .as("%s %s", kind, facts)
                    .isEqualTo(SharingRuleTest.told(explained.decision()));
            for (Seated column : explained.columns()) {
                holds(column);
                if (column.refused() != null) {
                    seen.add(column.refused());
                }
            }
        }
        assertThat(seen).containsExactly(Reason.values());
    }

    /** As the steps say: allowed if one column passes, else the reason that stands last. */
    private static String outcome(Explanation explained) {
        Reason told = Reason.AUTH;
        for (Seated column : explained.columns()) {
            if (column.steps().stream().noneMatch(Step::refuses)) {
                return "ALLOW";
            }
            Reason refused = column.refused();
            told = refused != null && refused.compareTo(told) > 0 ? refused : told;
        }
        return told.name();
    }

    /** In the order of the questions, passed but for the last, which has the reason. */
    private static void holds(Seated column) {
        List<Step> steps = column.steps();
        for (int i = 0; i < steps.size(); i++) {
            assertThat(steps.get(i).question()).isEqualTo(Question.values()[i]);
            assertThat(steps.get(i).refuses()).isEqualTo(i == steps.size() - 1 && column.refused() != null);
        }
        if (column.refused() == null) {
            assertThat(steps).hasSize(Question.values().length);
        } else {
            assertThat(REASONS.get(steps.getLast().question())).contains(column.refused());
        }
    }

    @Test
    void who_is_a_doctor_and_no_care_manager_is_told_to_be_judged_as_one_where_the_cell_says_so() {
        assertThat(judgedAsDoctor(Kind.CERT_SURVEY, Job.DOCTOR)).isTrue();
        assertThat(judgedAsDoctor(Kind.CERT_SURVEY, Job.CARE_MANAGER)).isFalse();
        assertThat(judgedAsDoctor(Kind.CARD, Job.DOCTOR)).isFalse();
    }

    private static boolean judgedAsDoctor(Kind kind, Job job) {
        Viewpoint office =
                new Viewpoint.Office(Set.of(ServiceClass.ROKEN_IIN), Set.of(job), Verification.VALID, List.of());
        Facts facts = new Facts(office, true, true, true, true, Vector.TODAY);
        return new SharingRule(TABLE, Proposals.byDefault())
                .explain(kind, facts)
                .columns()
                .getFirst()
                .judgedAsDoctor();
    }

    @Test
    void a_cell_is_told_as_the_table_writes_it() {
        List<List<String>> lines = SharingTable.lines();
        List<String> head = lines.getFirst();
        for (List<String> words : lines.subList(1, lines.size())) {
            for (int i = 2; i < head.size(); i++) {
                Cell cell = TABLE.cell(Kind.valueOf(words.getFirst()), Column.valueOf(head.get(i)));
                assertThat(cell.word()).isEqualTo(words.get(i));
            }
        }
    }

    @Test
    void every_question_has_its_text() {
        for (Question question : Question.values()) {
            assertThat(question.text()).isNotBlank();
        }
    }

    private static Proposals proposals(Random chance) {
        Map<Proposal, Boolean> chosen = new EnumMap<>(Proposal.class);
        for (Proposal proposal : Proposal.values()) {
            chosen.put(proposal, chance.nextInt(4) == 0 ? !proposal.isOnByDefault() : proposal.isOnByDefault());
        }
        return Proposals.with(chosen);
    }

    private static Facts facts(Random chance) {
        return new Facts(
                viewpoint(chance),
                chance.nextInt(8) > 0,
                chance.nextInt(8) > 0,
                chance.nextInt(3) > 0,
                chance.nextBoolean(),
                Vector.TODAY);
    }

    private static Viewpoint viewpoint(Random chance) {
        List<OpinionRequest> requests = requests(chance);
        return switch (chance.nextInt(8)) {
            case 0 -> new Viewpoint.Insured(chance.nextBoolean());
            case 1 -> new Viewpoint.Municipality(chance.nextBoolean());
            case 2 -> new Viewpoint.Member(chance.nextBoolean());
            case 3 -> new Viewpoint.Operator();
            case 4 -> new Viewpoint.Clinic(some(chance, Job.class), requests);
            default ->
                new Viewpoint.Office(
                        some(chance, ServiceClass.class),
                        some(chance, Job.class),
                        one(chance, Verification.values()),
                        requests);
        };
    }

    private static List<OpinionRequest> requests(Random chance) {
        List<OpinionRequest> requests = new ArrayList<>();
        for (int i = chance.nextInt(3); i > 0; i--) {
            var filed = Vector.TODAY.minusDays(chance.nextInt(60));
            requests.add(new OpinionRequest(filed, chance.nextBoolean() ? null : filed.plusDays(chance.nextInt(60))));
        }
        return requests;
    }

    private static <E extends Enum<E>> Set<E> some(Random chance, Class<E> type) {
        Set<E> some = EnumSet.noneOf(type);
        for (E one : type.getEnumConstants()) {
            if (chance.nextInt(3) == 0) {
                some.add(one);
            }
        }
        return some;
    }

    private static <E> E one(Random chance, E[] all) {
        return all[chance.nextInt(all.length)];
    }
}

package kaigo.access.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.access.rules.Decision.Ground;
import kaigo.access.rules.Viewpoint.Verification;
import kaigo.shared.Job;
import kaigo.shared.ResourceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SharingRuleTest {

    private final SharingTable table = SharingTable.bundled();

    static List<Vector> vectors() {
        List<Vector> all = new ArrayList<>(Vector.read("/access/access-vectors.csv"));
        assertThat(all).hasSize(44);
        all.addAll(Vector.read("/access/own-vectors.csv"));
        return all;
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void the_rule_decides_as_the_vector_expects(Vector vector) {
        assertThat(told(new SharingRule(table, vector.proposals()).decide(vector.kind(), vector.facts())))
                .isEqualTo(vector.expected());
    }

    @Test
    void the_table_is_the_printed_one_with_more_columns_and_rows() {
        List<List<String>> printed = ResourceTable.read("/access/sharing-matrix.csv");
        List<List<String>> ours = ResourceTable.read("/access/sharing-table.csv");
        int width = printed.getFirst().size();
        assertThat(ours.stream().limit(printed.size()).map(line -> line.subList(0, width)))
                .isEqualTo(printed);
        assertThat(ours.stream().skip(1).map(List::getFirst).map(Kind::valueOf)).containsExactly(Kind.values());
        assertThat(ours.stream().skip(printed.size()).map(List::getFirst).map(Kind::valueOf))
                .containsExactly(
                        Kind.BANNER,
                        Kind.CONSENT_STATE,
                        Kind.LINK_STATE,
                        Kind.FILING,
                        Kind.OPINION_REQUEST,
                        Kind.COMMITTEE_CASE,
                        Kind.ACCESS_LOG);
    }

    /** The printed table has 15 rows; ③ is one of them, and the committee's sheet none (rulings 1). */
    @Test
    void the_printed_kinds_are_the_fifteen_rows() {
        Set<Kind> ofRow3 = Set.of(Kind.CARD, Kind.BURDEN_RATIO, Kind.BURDEN_LIMIT, Kind.OTHER_REDUCTION, Kind.PROGRESS);
        long rows = Vector.read("/access/sharing-matrix.csv").size() - ofRow3.size() + 1 - 1;
        assertThat(rows).isEqualTo(15);
        for (Column column : Column.values()) {
            assertThat(ofRow3.stream().map(kind -> table.cell(kind, column)).distinct())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "43, CARE_MANAGEMENT, true",
        "46, CARE_MANAGEMENT, true",
        "52, ROKEN_IIN, true",
        "55, ROKEN_IIN, true",
        "51, WITH_CARE_MANAGER, true",
        "33, WITH_CARE_MANAGER, true",
        "73, WITH_CARE_MANAGER, true",
        "77, WITH_CARE_MANAGER, true",
        "11, WITHOUT_CARE_MANAGER, false",
        "15, WITHOUT_CARE_MANAGER, false",
        "21, WITHOUT_CARE_MANAGER, false",
        "17, WITHOUT_CARE_MANAGER, false",
        "A8, WITHOUT_CARE_MANAGER, false"
    })
    void a_service_is_of_one_class(String code, ServiceClass expected, boolean takesConsent) {
        ServiceTable services = ServiceTable.bundled();
        assertThat(services.classesOf(Set.of(code), Vector.TODAY)).containsExactly(expected);
        assertThat(services.mayTakeConsent(Set.of(code), Vector.TODAY)).isEqualTo(takesConsent);
    }

    @Test
    void an_unknown_service_and_one_that_has_not_begun_give_nothing() {
        ServiceTable services = ServiceTable.bundled();
        assertThat(services.codes()).hasSizeGreaterThan(50);
        assertThat(services.classesOf(Set.of("99", ""), Vector.TODAY)).isEmpty();
        assertThat(services.classesOf(Set.of("78"), Vector.TODAY.withYear(2015)))
                .isEmpty();
        assertThat(services.mayTakeConsent(Set.of("55"), Vector.TODAY.withYear(2017)))
                .isFalse();
    }

    /** Of several services one that allows is enough; else the last reason in the order of the rule is told (rulings 15). */
    @ParameterizedTest
    @CsvSource({
        "WITHOUT_CARE_MANAGER, WITH_CARE_MANAGER, CERT_SURVEY, VALID, ALLOW",
        "WITHOUT_CARE_MANAGER, ROKEN_IIN, FILING, VALID, ALLOW",
        "ROKEN_IIN, CARE_MANAGEMENT, OPINION_REQUEST, NONE, NOT_VERIFIED",
        "WITHOUT_CARE_MANAGER, WITHOUT_CARE_MANAGER, CERT_SURVEY, VALID, JOB_NOT_ALLOWED"
    })
    void an_office_with_two_services_has_the_union(
            ServiceClass one, ServiceClass other, Kind kind, Verification verification, String expected) {
        var office = new Viewpoint.Office(
                Set.copyOf(List.of(one, other)), Set.of(Job.CARE_MANAGER), verification, List.of());
        Facts facts = new Facts(office, true, true, true, true, Vector.TODAY);
        assertThat(told(new SharingRule(table, Proposals.byDefault()).decide(kind, facts)))
                .isEqualTo(expected);
    }

    @Test
    void whoever_is_not_in_order_and_an_office_without_a_service_see_nothing() {
        SharingRule rule = new SharingRule(table, Proposals.byDefault());
        var office = new Viewpoint.Office(Set.of(), Set.of(Job.CARE_MANAGER), Verification.VALID, List.of());
        assertThat(rule.decide(new Facts(office, true, true, true, true, Vector.TODAY))
                        .values())
                .containsOnly(new Decision.Refused(Reason.AUTH));
        assertThat(rule.decide(new Facts(new Viewpoint.Municipality(true), false, true, true, true, Vector.TODAY))
                        .values())
                .containsOnly(new Decision.Refused(Reason.AUTH));
    }

    @ParameterizedTest
    @CsvSource({
        "CERT_APPLICATION_OPEN, false, v26, FEATURE_NOT_YET",
        "LIFE_OPEN, false, v11, FEATURE_NOT_YET",
        "CARE_PLANS_OPEN, false, v25, FEATURE_NOT_YET",
        "ONLY_CERTIFIED_APPLICATIONS, false, v33, ALLOW",
        "NOTE_2_FOR_ALL_SERVICES, true, v30, ALLOW",
        "CARE_MANAGERS_ONLY_IN_CARE_MANAGEMENT, false, v06, ALLOW",
        "REQUEST_REPLACES_VERIFICATION, true, v27, ALLOW",
        "INSTITUTION_SEES_UNTIL_DECISION, false, w06, WINDOW_CLOSED",
        "THIRTIETH_DAY_INCLUDED, false, v13, WINDOW_CLOSED",
        "INSTITUTION_SEES_BURDEN, false, w34, NOT_SHARED_WITH_VIEWER"
    })
    void a_switch_does_what_it_says(Proposal proposal, boolean on, String id, String expected) {
        Vector vector = vector(id);
        Map<Proposal, Boolean> chosen = new EnumMap<>(Map.of(Proposal.LIFE_OPEN, true, Proposal.CARE_PLANS_OPEN, true));
        chosen.put(proposal, on);
        Proposals proposals = Proposals.with(chosen);
        assertThat(told(new SharingRule(table, proposals).decide(vector.kind(), vector.facts())))
                .isEqualTo(expected);
    }

    /** The ground stands in the audit entry. */
    @ParameterizedTest
    @CsvSource({
        "v03, VERIFIED",
        "v01, VERIFIED_WITH_CONSENT",
        "w04, ASKED_FOR_OPINION",
        "v18, ASKED_FOR_OPINION_WITH_CONSENT",
        "v13, VERIFIED_WITH_CONSENT",
        "v23, OWN_INSURED",
        "v25, SELF",
        "w28, OWN_MEETING",
        "w31, OPERATION"
    })
    void what_is_allowed_is_allowed_on_a_ground(String id, Ground expected) {
        Vector vector = vector(id);
        assertThat(new SharingRule(table, vector.proposals()).decide(vector.kind(), vector.facts()))
                .isEqualTo(new Decision.Allowed(expected))
                .matches(Decision::isAllowed);
    }

    @Test
    void every_reason_has_a_sentence_and_a_next_step() {
        for (Reason reason : Reason.values()) {
            assertThat(reason.sentence()).endsWith("。");
            assertThat(reason.nextStep()).endsWith("。").isNotEqualTo(reason.sentence());
            assertThat(new Decision.Refused(reason).isAllowed()).isFalse();
        }
    }

    private static Vector vector(String id) {
        return vectors().stream()
                .filter(one -> one.toString().startsWith(id + " "))
                .findFirst()
                .orElseThrow();
    }

    static String told(Decision decision) {
        return switch (decision) {
            case Decision.Allowed allowed -> "ALLOW";
            case Decision.Refused refused -> refused.reason().name();
        };
    }
}

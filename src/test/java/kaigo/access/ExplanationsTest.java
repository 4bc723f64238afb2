package kaigo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Explanation;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Question;
import kaigo.demo.DemoAccounts;
import kaigo.identity.Accounts;
import kaigo.identity.InstitutionAccounts;
import kaigo.identity.NewAccount;
import kaigo.identity.NewInstitutionAccount;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.participants.Institution;
import kaigo.participants.Institutions;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.AccountRole;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Job;
import kaigo.shared.OperatorViewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator is told what the gate decides, and why: each kind of viewer, each reason, on record. */
class ExplanationsTest {

    private static final InsuredNumber PERSON = InsuredNumber.of(FullRecords.PERSON);
    private static final LocalDate TODAY = TestServer.TODAY;

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final SampleOffice office = SampleOffice.near(insurer);
    private final PersonKey person = new PersonKey(insurer, PERSON);
    private final ExplainedViewer viewer = new ExplainedViewer.Institution(office.id, SampleOffice.LOGIN, null);
    private final Explanations front = TestServer.bean(Explanations.class);
    private OperatorViewer operator =
            new OperatorViewer("unyo", UUID.randomUUID().toString());

    @BeforeEach
    void a_started_insurer_with_one_person() {
        Insurers insurers = TestServer.bean(Insurers.class);
        Insurer known = insurers.find(insurer).orElseThrow();
        insurers.put(known.with(TODAY, TODAY, TODAY, TODAY));
        records.person();
    }

    @Test
    void an_office_is_told_from_one_reason_to_the_next_as_the_gate_decides() {
        assertThat(told(Kind.CERT_SURVEY)).isEqualTo("NOT_VERIFIED");
        office.verified(insurer, PERSON, TODAY.minusDays(1));
        assertThat(told(Kind.CERT_SURVEY)).isEqualTo("VIEWING_EXPIRED");
        change("update insured.viewing set viewable_until = date '2026-11-20' where insurer_number = ?");
        assertThat(told(Kind.CERT_SURVEY)).isEqualTo("NOT_YET_CERTIFIED");
        records.send("M08", row -> FullRecords.certified(row, "0"));
        assertThat(told(Kind.CERT_SURVEY)).isEqualTo("CONSENT_MISSING");
        records.send("M08", row -> FullRecords.updated(FullRecords.certified(row, "1"), "2"));
        assertThat(told(Kind.CERT_SURVEY)).isEqualTo("VERIFIED_WITH_CONSENT");
        assertThat(told(Kind.CERT_APPLICATION)).isEqualTo("NOT_SHARED_WITH_VIEWER");

        ofOffice("update identity.institution_account set jobs = '{OTHER}' where number = ?");
        assertThat(told(Kind.CERT_SURVEY)).isEqualTo("JOB_NOT_ALLOWED");
        change("update participants.insurer set started_on = date '2026-11-21' where insurer_number = ?");
        assertThat(told(Kind.CERT_SURVEY)).isEqualTo("MUNICIPALITY_NOT_STARTED");
        ofOffice("update identity.client_certificate set revoked_at = now() where holder = 'office:' || ?");
        assertThat(told(Kind.CERT_SURVEY)).isEqualTo("AUTH");
        assertThat(facts(explain(viewer, person, TODAY, Kind.CARD), Question.ACCOUNT))
                .anyMatch(fact -> fact.contains("revoked_at") && fact.contains("used=true"));
    }

    @Test
    void the_facts_say_from_which_rows_they_come_and_what_became_of_each_consent() {
        office.verified(insurer, PERSON, LocalDate.of(2027, 2, 28));
        records.send("M08", row -> FullRecords.certified(row, "1"));
        records.send("M09", FullRecords::withdrawn);
        Explained explained = explain(viewer, person, TODAY, Kind.DOCTOR_OPINION);
        assertThat(facts(explained, Question.START)).anyMatch(fact -> fact.contains("started_on=2026-11-20"));
        assertThat(facts(explained, Question.CELL))
                .anyMatch(fact -> fact.contains("service_code=43") && fact.contains("column=CARE_MANAGEMENT"));
        assertThat(facts(explained, Question.RELATION))
                .anyMatch(fact -> fact.contains("viewable_until=2027-02-28"))
                .anyMatch(fact -> fact.contains("verification=VALID"));
        assertThat(facts(explained, Question.JOB)).anyMatch(fact -> fact.contains("jobs=CARE_MANAGER"));
        assertThat(facts(explained, Question.CERTIFICATION)).anyMatch(fact -> fact.contains("certified_on=2026-10-30"));
        assertThat(facts(explained, Question.CONSENT))
                .anyMatch(fact -> fact.contains("act=GRANT") && fact.contains("verdict=OUTWEIGHED"))
                .anyMatch(fact -> fact.contains("act=WITHDRAW") && fact.contains("verdict=HOLDS"))
                .anyMatch(fact -> fact.contains("standing=WITHDRAWN"));
        assertThat(facts(explained, Question.FUNCTION)).anyMatch(fact -> fact.contains("LIFE_OPEN=on"));
        assertThat(explained.toString()).doesNotContain("架空", "1934", "太郎");

        Explained before = explain(viewer, person, LocalDate.of(2026, 11, 18), Kind.DOCTOR_OPINION);
        assertThat(before.today()).isFalse();
        assertThat(facts(before, Question.CONSENT))
                .anyMatch(fact -> fact.contains("act=WITHDRAW") && fact.contains("verdict=LATER"))
                .anyMatch(fact -> fact.contains("standing=IN_FORCE"))
                .anyMatch(fact -> fact.contains("rests_on_filed=2026-10-01"));
        assertThat(word(before)).as("the insurer had not started").isEqualTo("MUNICIPALITY_NOT_STARTED");
    }

    @Test
    void a_clinic_is_told_whether_it_was_asked_and_until_when() {
        InstitutionId clinic = clinic();
        ExplainedViewer doctor = new ExplainedViewer.Institution(clinic, "isha", null);
        assertThat(word(explain(doctor, person, TODAY, Kind.CARD))).isEqualTo("AUTH");
        Loads.database().sql("""
                insert into identity.client_certificate (holder, fingerprint, subject, not_after)
                values (?, ?, 'test', timestamptz '2030-01-01')""").params(clinic.holder(), fingerprint()).update();
        assertThat(word(explain(doctor, person, TODAY, Kind.CARD))).isEqualTo("NO_OPINION_REQUEST");
        Loads.database()
                .sql("""
                insert into opinion.request (insurer_number, insured_number, history_no, issuer_kind, issuer_number, revision,
                    registered_at, content_hash, source_updated_at, filed_on, requested_on)
                values (?, ?, '9', '1', ?, 1, timestamptz '2026-11-01', '', timestamptz '2026-11-01', ?, ?)""")
                .params(insurer.value(), PERSON.value(), clinic.number(), TODAY.minusDays(31), TODAY.minusDays(31))
                .update();
        assertThat(word(explain(doctor, person, TODAY, Kind.CERT_SURVEY))).isEqualTo("WINDOW_CLOSED");
        Explained open = explain(doctor, person, TODAY, Kind.CARD);
        assertThat(word(open)).isEqualTo("ASKED_FOR_OPINION");
        assertThat(facts(open, Question.RELATION)).anyMatch(fact -> fact.contains("window_until=2026-11-19"));
    }

    @Test
    void staff_members_operators_and_the_insured_are_told_apart() {
        Accounts accounts = TestServer.bean(Accounts.class);
        accounts.put(NewAccount.of(insurer, "shoku", "職員"), DemoAccounts.PASSWORD, true);
        accounts.put(NewAccount.member(insurer, "iin", "委員", "i@example.jp"), DemoAccounts.PASSWORD, true);
        accounts.put(NewAccount.of(AccountRole.OPERATORS, "unyo2", "運用"), DemoAccounts.PASSWORD, true);
        ExplainedViewer staff = new ExplainedViewer.Staff(insurer, "shoku");
        PersonKey elsewhere = new PersonKey(TestServer.insurerDaily(), PERSON);
        assertThat(word(explain(staff, person, TODAY, Kind.CERT_SURVEY))).isEqualTo("OWN_INSURED");
        assertThat(word(explain(staff, elsewhere, TODAY, Kind.CERT_SURVEY))).isEqualTo("OTHER_MUNICIPALITY");
        assertThat(word(explain(new ExplainedViewer.Staff(insurer, "nobody"), person, TODAY, Kind.CARD)))
                .isEqualTo("AUTH");
        ExplainedViewer member = new ExplainedViewer.Member(insurer, "iin");
        assertThat(word(explain(member, person, TODAY, Kind.COMMITTEE_CASE))).isEqualTo("NO_MEETING");
        ExplainedViewer other = new ExplainedViewer.Operator("unyo2");
        assertThat(word(explain(other, person, TODAY, Kind.CARD))).isEqualTo("NOT_SHARED_WITH_VIEWER");
        assertThat(word(explain(other, person, TODAY, Kind.ACCESS_LOG))).isEqualTo("OPERATION");

        ExplainedViewer self = new ExplainedViewer.Insured(null);
        assertThat(word(explain(self, person, TODAY, Kind.CARD))).isEqualTo("SELF");
        assertThat(word(explain(self, person, TODAY, Kind.CERT_APPLICATION))).isEqualTo("HELD_ON_PAPER");
        ExplainedViewer stranger = new ExplainedViewer.Insured(new PersonKey(insurer, InsuredNumber.of("0000000777")));
        assertThat(word(explain(stranger, person, TODAY, Kind.CARD))).isEqualTo("NOT_SELF");
    }

    @Test
    void whoever_has_a_post_is_told_of_without_an_account() {
        office.verified(insurer, PERSON, TODAY);
        records.send("M08", row -> FullRecords.certified(row, "1"));
        ExplainedViewer manager = new ExplainedViewer.Anybody(office.id, Job.CARE_MANAGER);
        ExplainedViewer other = new ExplainedViewer.Anybody(office.id, Job.OTHER);
        assertThat(word(explain(manager, person, TODAY, Kind.CERT_SURVEY))).isEqualTo("VERIFIED_WITH_CONSENT");
        Explained refused = explain(other, person, TODAY, Kind.CERT_SURVEY);
        assertThat(word(refused)).isEqualTo("JOB_NOT_ALLOWED");
        assertThat(refused.viewer().name()).isEqualTo(office.id.holder() + "/@OTHER");
        assertThat(facts(refused, Question.ACCOUNT)).noneMatch(fact -> fact.startsWith("identity."));
        assertThat(ExplainedWords.caveats(refused)).singleElement().asString().contains("整っているものとして");
    }

    @Test
    void who_nobody_is_is_told_as_absent_to_the_operator_and_decided_as_for_a_stranger() {
        PersonKey nobody = new PersonKey(insurer, InsuredNumber.of("0000000999"));
        Explained absent = explain(viewer, nobody, TODAY, Kind.CARD);
        assertThat(absent.present()).isFalse();
        assertThat(word(absent)).isEqualTo(told(Kind.CARD)).isEqualTo("NOT_VERIFIED");
        assertThat(word(explain(new ExplainedViewer.Staff(insurer, "nobody"), nobody, TODAY, Kind.CARD)))
                .isEqualTo("AUTH");
        assertThat(word(explain(new ExplainedViewer.Insured(null), nobody, TODAY, Kind.CARD)))
                .isEqualTo("NOT_SELF");
    }

    @Test
    void every_explanation_is_on_record_with_viewer_person_and_kinds() {
        explain(viewer, person, TODAY, Kind.CARD);
        assertThat(entry())
                .startsWith("DECISION_EXPLAINED operator:unyo {" + PERSON.value() + "} ")
                .contains(
                        "\"kinds\":[\"CARD\"]",
                        "\"viewer\":\"" + office.id.holder() + "/cm\"",
                        "\"on\":\"2026-11-20\"");
        explain(viewer, new PersonKey(insurer, InsuredNumber.of("0000000999")), TODAY, Kind.CARD);
        assertThat(entry()).contains(" {} ", "\"tried\":\"0000000999\"");
    }

    /** What is told of a kind, and on the way that every kind is told as the gate decides it. */
    private String told(Kind asked) {
        Explained explained = explain(viewer, person, TODAY, Kind.values());
        InstitutionViewer looking = office.viewer();
        Map<Kind, Decision> decided = TestServer.bean(FileGate.class)
                .open(looking, insurer, PERSON, Set.of(), permit -> "")
                .decisions();
        for (Explanation one : explained.kinds()) {
            assertThat(one.decision()).as(one.kind().name()).isEqualTo(decided.get(one.kind()));
        }
        return word(explained.kinds().get(asked.ordinal()).decision());
    }

    private Explained explain(ExplainedViewer who, PersonKey whose, LocalDate on, Kind... kinds) {
        operator = new OperatorViewer("unyo", UUID.randomUUID().toString());
        Set<Kind> asked = EnumSet.copyOf(List.of(kinds));
        return front.explain(operator, new Explanations.Asked(who, whose, asked, on));
    }

    private static String word(Explained explained) {
        return word(explained.kinds().getFirst().decision());
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case Decision.Allowed allowed -> allowed.ground().name();
            case Decision.Refused refused -> refused.reason().name();
        };
    }

    private static List<String> facts(Explained explained, Question question) {
        return explained.facts().stream()
                .filter(fact -> fact.question() == question)
                .map(fact -> fact.from() + " " + fact.values())
                .toList();
    }

    private InstitutionId clinic() {
        InstitutionId clinic = InstitutionId.clinic("441" + insurer.value() + "0");
        LocalDate from = LocalDate.of(2020, 4, 1);
        TestServer.bean(Institutions.class).put(new Institution(clinic, "架空医院", "大分県", from, List.of()));
        TestServer.bean(InstitutionAccounts.class)
                .put(
                        new NewInstitutionAccount(clinic, "isha", "見本　医", Set.of(Job.DOCTOR), null, null),
                        SampleOffice.PASSWORD,
                        false);
        return clinic;
    }

    private String fingerprint() {
        return (insurer.value() + "0").repeat(10).substring(0, 64);
    }

    private String entry() {
        return Loads.database()
                .sql(
                        "select event || ' ' || actor || ' ' || subjects::text || ' ' || detail from audit.entry where request_id = ?")
                .param(operator.requestId())
                .query(String.class)
                .single();
    }

    private void change(String sql) {
        Loads.database().sql(sql).param(insurer.value()).update();
    }

    private void ofOffice(String sql) {
        Loads.database().sql(sql).param(office.id.number()).update();
    }
}

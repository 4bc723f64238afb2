package kaigo.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Reason;
import kaigo.shared.CareManagerNumber;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer.Role;
import kaigo.shared.MemberViewer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a permit gives away, and that it gives nothing once its look is over. */
class PermitTest {

    private static final InsurerNumber INSURER = new InsurerNumber("442012");
    private static final InsuredNumber INSURED = new InsuredNumber("9000000001");
    private static final PersonKey PERSON = new PersonKey(INSURER, INSURED);
    private static final PersonKey OTHER = new PersonKey(INSURER, new InsuredNumber("9000000002"));
    private static final InstitutionId OFFICE = InstitutionId.office("4479901003");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Decision ALLOWED = new Decision.Allowed(Decision.Ground.VERIFIED);
    private static final Decision REFUSED = new Decision.Refused(Reason.CONSENT_MISSING);

    @Test
    void a_file_shows_what_was_granted_and_neither_what_was_refused_nor_what_was_not_asked() {
        Map<Kind, Decision> decisions = new EnumMap<>(Map.of(Kind.CARD, ALLOWED, Kind.CERT_SURVEY, REFUSED));
        FilePermit permit = new FilePermit(PERSON, decisions, new FilePermit.Within(Set.of("1"), true, TODAY));
        decisions.put(Kind.LIFE, ALLOWED);
        assertThat(permit.shows(Kind.CARD)).isTrue();
        assertThat(permit.shows(Kind.CERT_SURVEY)).isFalse();
        assertThat(permit.shows(Kind.LIFE)).isFalse();
        assertThat(permit.insurer()).isEqualTo(INSURER);
        assertThat(permit.insured()).isEqualTo(INSURED);
        assertThat(permit.certified()).containsExactly("1");
        assertThat(permit.decisions().keySet()).containsExactlyInAnyOrder(Kind.CARD, Kind.CERT_SURVEY);
        permit.close();
        over(
                permit::insurer,
                permit::insured,
                permit::certified,
                permit::addressOpen,
                permit::today,
                () -> permit.shows(Kind.CARD));
    }

    @Test
    void where_somebody_under_protection_lives_a_file_does_not_show() {
        assertThat(address(true)).isTrue();
        assertThat(address(false)).isFalse();
    }

    private static boolean address(boolean open) {
        return new FilePermit(PERSON, Map.of(Kind.CARD, ALLOWED), new FilePermit.Within(Set.of(), open, TODAY))
                .addressOpen();
    }

    @Test
    void those_of_logs_and_explanations_end_too() {
        OperatorPermit operator = new OperatorPermit();
        operator.check();
        operator.close();
        OwnDoingsPermit own = new OwnDoingsPermit(OFFICE);
        assertThat(own.institution()).isEqualTo(OFFICE);
        own.close();
        SelfPermit self = new SelfPermit(List.of(PERSON, OTHER));
        assertThat(self.files()).containsExactly(PERSON, OTHER);
        self.close();
        ExplainPermit explained = new ExplainPermit(PERSON);
        assertThat(explained.person()).isEqualTo(PERSON);
        explained.close();
        MemberViewer viewer = new MemberViewer(INSURER, "iin", "request");
        UUID meeting = new UUID(1, 2);
        MemberPermit member = new MemberPermit(viewer, meeting, true);
        assertThat(member.insurer()).isEqualTo(INSURER);
        assertThat(member.login()).isEqualTo("iin");
        assertThat(member.meeting()).isEqualTo(meeting);
        assertThat(member.isChair()).isTrue();
        member.close();
        InvitedPermit invited = new InvitedPermit(viewer);
        assertThat(invited.insurer()).isEqualTo(INSURER);
        assertThat(invited.login()).isEqualTo("iin");
        invited.close();
        over(operator::check, own::institution, self::files, explained::person);
        over(member::insurer, member::login, member::meeting, member::isChair, invited::insurer, invited::login);
    }

    @Test
    void a_list_shows_each_kind_for_whom_it_was_granted() {
        Map<PersonKey, Map<Kind, Decision>> decisions = new LinkedHashMap<>();
        decisions.put(OTHER, Map.of(Kind.BANNER, REFUSED, Kind.CARD, REFUSED));
        decisions.put(PERSON, Map.of(Kind.BANNER, ALLOWED, Kind.CARD, REFUSED));
        ListPermit permit = new ListPermit(decisions);
        assertThat(permit.listFor(Kind.BANNER)).containsExactly(PERSON);
        assertThat(permit.listFor(Kind.CARD)).isEmpty();
        assertThat(permit.listFor(Kind.LIFE)).isEmpty();
        assertThat(permit.persons()).containsExactly(OTHER, PERSON);
        assertThat(permit.showsAnything(PERSON)).isTrue();
        assertThat(permit.showsAnything(OTHER)).isFalse();
        assertThat(permit.showsAnything(new PersonKey(INSURER, new InsuredNumber("9000000003"))))
                .isFalse();
        permit.close();
        over(() -> permit.listFor(Kind.BANNER));
    }

    @Test
    void the_others_name_whom_they_are_for_until_they_are_over() {
        CheckPermit check = new CheckPermit(OFFICE, PERSON);
        assertThat(check.institution()).isEqualTo(OFFICE);
        assertThat(check.person()).isEqualTo(PERSON);
        check.close();
        CareManagerNumber recorder = new CareManagerNumber("44000001");
        ConsentPermit consent = new ConsentPermit(OFFICE, recorder, PERSON);
        assertThat(consent.office()).isEqualTo(OFFICE);
        assertThat(consent.recorder()).isEqualTo(recorder);
        assertThat(consent.person()).isEqualTo(PERSON);
        consent.close();
        InsurerPermit insurer = new InsurerPermit(INSURER);
        assertThat(insurer.insurer()).isEqualTo(INSURER);
        insurer.close();
        over(check::institution, check::person, consent::office, consent::recorder, consent::person, insurer::insurer);
    }

    @Test
    void a_job_counts_what_it_has_worked_on() {
        JobPermit permit = new JobPermit();
        permit.worked(3);
        permit.worked(4);
        assertThat(permit.count()).isEqualTo(7);
    }

    @Test
    void what_was_found_names_whom_it_concerns() {
        assertThat(new Looked<>("x", List.of("1"))).isEqualTo(new Looked<>("x", List.of("1"), Map.of()));
        assertThat(Looked.aboutNobody("x").subjects()).isEmpty();
        assertThat(Looked.atList("x", "list", 3, "abc"))
                .isEqualTo(new Looked<>("x", List.of(), Map.of("list", "list", "persons", 3, "sha256", "abc")));
    }

    /** Beside each purpose whoever may have it, a second time. */
    @ParameterizedTest
    @CsvSource({
        "START, STAFF VENDOR",
        "SEND_FILE, STAFF SYSTEM VENDOR FEDERATION",
        "READ_SENT_CLAIMS, FEDERATION",
        "READ_RESULTS, STAFF SYSTEM VENDOR",
        "READ_DAY, STAFF VENDOR",
        "CLOSE_ERRORS, STAFF VENDOR",
        "READ_REGISTERED, STAFF",
        "READ_SETUP, STAFF SYSTEM VENDOR",
        "SET_UP, STAFF SYSTEM VENDOR",
        "LIST_LINK_CASES, STAFF",
        "READ_LINK_CASE, STAFF",
        "SETTLE_LINK_CASE, STAFF",
        "WITHDRAW_CONSENT, STAFF",
        "ASK_RECONCILIATION, STAFF SYSTEM VENDOR",
        "READ_RECONCILIATION, STAFF SYSTEM VENDOR",
        "READ_OUTBOX, STAFF SYSTEM",
        "ANSWER_OUTBOX, STAFF SYSTEM",
        "SET_RECEPTION, STAFF",
        "SET_FEES, STAFF",
        "READ_REQUESTS, STAFF SYSTEM",
        "MARK_ON_PAPER, STAFF SYSTEM",
        "READ_MATERIAL, STAFF SYSTEM",
        "SEND_MATERIAL, STAFF",
        "RECALL_MATERIAL, STAFF SYSTEM",
        "LIST_ENDED_CONSENTS, STAFF"
    })
    void a_purpose_is_open_to_its_roles_alone(Purpose purpose, String roles) {
        for (Role role : EnumSet.allOf(Role.class)) {
            assertThat(purpose.isOpenTo(role))
                    .as(role.name())
                    .isEqualTo(List.of(roles.split(" ")).contains(role.name()));
        }
    }

    private static void over(ThrowingCallable... calls) {
        for (ThrowingCallable call : calls) {
            assertThatThrownBy(call).isInstanceOf(IllegalStateException.class);
        }
    }
}

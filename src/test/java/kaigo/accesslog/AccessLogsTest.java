package kaigo.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.access.FileGate;
import kaigo.access.NotAllowed;
import kaigo.access.PersonKey;
import kaigo.access.SelfViewer;
import kaigo.access.rules.Kind;
import kaigo.accesslog.InquiryMark.Wanted;
import kaigo.accesslog.rules.Line;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.insured.LinkCases;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import kaigo.shared.OperatorViewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads what of the audit stream, from the looks themselves to the lines of each log. */
class AccessLogsTest {

    private static final LocalDate TODAY = TestServer.TODAY;
    private static final Question MONTH = new Question(TODAY.minusDays(30), TODAY, "");

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final SampleOffice office = SampleOffice.near(insurer);
    private final SampleOffice other = SampleOffice.second(insurer);
    private final InsuredNumber person = InsuredNumber.of(FullRecords.PERSON);
    private final PersonKey file = new PersonKey(insurer, person);
    private final AccessLogs logs = TestServer.bean(AccessLogs.class);

    @BeforeEach
    void a_started_insurer_with_one_person() {
        Insurers insurers = TestServer.bean(Insurers.class);
        Insurer known = insurers.find(insurer).orElseThrow();
        insurers.put(known.with(TODAY, TODAY, TODAY, TODAY));
        records.person();
        office.administered();
    }

    @Test
    void a_look_and_a_refused_one_in_the_log_of_each_whom_they_concern() {
        String refused = look(other);
        office.verified(insurer, person, TODAY);
        String seen = look(office);

        LogPage self = self(false);
        assertThat(requests(self.lines())).contains(seen).doesNotContain(refused);
        assertThat(self.tries()).as("told as a number only").isEqualTo(1);
        Line line = line(self, seen);
        assertThat(line.who().organisation()).isEqualTo(office.id.number());
        assertThat(line.who().jobs()).containsExactly("CARE_MANAGER");
        assertThat(line.who().login()).isEmpty();
        assertThat(line.granted()).containsEntry("CARD", "VERIFIED");
        assertThat(line.refused()).isEmpty();

        LogPage ofInsurer = municipality(person.value()).page();
        assertThat(requests(ofInsurer.lines())).contains(seen, refused);
        assertThat(line(ofInsurer, refused).tried()).containsExactly(file);
        assertThat(line(ofInsurer, seen).refused()).containsEntry("LIFE", "CONSENT_MISSING");

        LogPage own = logs.read(viewer(office), MONTH).orElseThrow();
        assertThat(requests(own.lines())).contains(seen).doesNotContain(refused);
        assertThat(line(own, seen).who().login()).isEqualTo(SampleOffice.LOGIN);

        LogPage platform = operator(insurer.value());
        assertThat(requests(platform.lines())).contains(seen, refused);
        assertThat(platform.lines().toString()).doesNotContain(person.value());
    }

    @Test
    void each_look_is_one_line_and_each_reading_of_a_log_one_entry() {
        office.verified(insurer, person, TODAY);
        List<String> looks = List.of(look(office), look(office), look(office));

        for (List<String> read : List.of(
                requests(self(false).lines()),
                requests(municipality("").page().lines()),
                requests(logs.read(viewer(office), MONTH).orElseThrow().lines()),
                requests(operator(insurer.value()).lines()))) {
            assertThat(read.stream().filter(looks::contains)).containsExactly(looks.get(2), looks.get(1), looks.get(0));
            assertThat(read).doesNotHaveDuplicates();
        }

        InstitutionViewer reading = viewer(office);
        logs.read(reading, MONTH);
        assertThat(entries(reading.requestId()))
                .singleElement()
                .asString()
                .startsWith("LOG_LOOKED")
                .contains("\"persons\":[\"" + insurer.value() + "/" + person.value() + "\"]");
        TestServer.bean(Follower.class).run();
        assertThat(requests(self(false).lines()))
                .as("what left was the office's own doing")
                .doesNotContain(reading.requestId());
    }

    @Test
    void only_an_administrator_whose_account_is_in_order_reads_the_log_of_its_office() {
        look(office);
        TestServer.bean(Follower.class).run();
        InstitutionViewer colleague = viewer(other);
        assertThat(logs.read(colleague, MONTH)).isEmpty();
        assertThat(entries(colleague.requestId())).singleElement().asString().contains("\"reason\":\"AUTH\"");

        assertThat(logs.read(viewer(office), MONTH)).isPresent();
        Loads.database()
                .sql("update identity.institution_account set active = false where number = ?")
                .param(office.id.number())
                .update();
        assertThat(logs.read(viewer(office), MONTH)).isEmpty();
    }

    @Test
    void a_vendor_and_a_system_of_the_insurer_read_no_log() {
        assertThatThrownBy(() -> logs.read(InsurerViewer.vendor(insurer, "vendor", "request-vendor"), MONTH))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> logs.read(InsurerViewer.system(insurer, "f".repeat(64), "request-system"), MONTH))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void another_insurer_sees_of_a_common_list_only_its_own() {
        InsurerNumber neighbour = TestServer.insurerDaily();
        String request = id();
        List<String> both = List.of(insurer.value() + "/" + person.value(), neighbour.value() + "/0000000077");
        record(AuditEntry.of(
                request,
                AuditEvent.LIST_LOOKED,
                office.id.holder() + "/cm",
                Map.of("persons", both, "jobs", List.of())));

        Line here = line(municipality("").page(), request);
        Line there = line(logs.read(staff(neighbour), MONTH).page(), request);
        assertThat(here.persons()).containsExactly(file);
        assertThat(here.count()).isEqualTo(1);
        assertThat(there.persons()).extracting(one -> one.insured().value()).containsExactly("0000000077");
        assertThat(line(self(false), request).persons()).containsExactly(file);
    }

    @Test
    void an_inquiry_under_way_is_kept_from_the_person_and_shown_after_its_end() {
        Inquiries inquiries = TestServer.bean(Inquiries.class);
        office.verified(insurer, person, TODAY);
        String byOffice = look(office);
        String byStaff = lookOfStaff();
        assertThat(requests(self(false).lines())).contains(byOffice, byStaff);

        InsurerViewer opening = staff(insurer);
        inquiries.open(opening, new Wanted(person, TODAY, TODAY.plusDays(30), "令8-12"));
        String later = lookOfStaff();
        assertThat(requests(self(false).lines()))
                .contains(byOffice)
                .doesNotContain(byStaff, later, opening.requestId());
        assertThat(requests(municipality(person.value()).page().lines())).contains(byStaff, later, opening.requestId());
        assertThat(operator(insurer.value()).lines().toString()).doesNotContain("OPEN_INQUIRY");

        InsurerViewer ending = staff(insurer);
        assertThat(inquiries.end(ending, person, 1)).isTrue();
        assertThat(inquiries.end(staff(insurer), person, 1)).as("once").isFalse();
        assertThat(requests(self(false).lines()))
                .contains(byOffice, byStaff, later, opening.requestId(), ending.requestId());
    }

    @Test
    void a_mark_ends_by_itself_and_cannot_be_set_for_long() {
        Inquiries inquiries = TestServer.bean(Inquiries.class);
        assertThat(inquiries.mayBe(TODAY, TODAY.plusDays(Inquiries.DAYS))).isTrue();
        assertThat(inquiries.mayBe(TODAY, TODAY.plusDays(Inquiries.DAYS + 1L))).isFalse();
        assertThat(inquiries.mayBe(TODAY, TODAY.minusDays(1))).isFalse();
        assertThat(inquiries.mayBe(TODAY.plusDays(1), TODAY.plusDays(2))).isFalse();

        inquiries.open(staff(insurer), new Wanted(person, TODAY, TODAY, "令8-13"));
        String during = lookOfStaff();
        assertThat(requests(self(false).lines())).doesNotContain(during);
        Loads.database()
                .sql(
                        "update accesslog.inquiry set covers_from = ends_on - 1, ends_on = ends_on - 1 where insurer_number = ?")
                .param(insurer.value())
                .update();
        assertThat(requests(self(false).lines())).contains(during);
    }

    @Test
    void where_a_person_under_protection_is_cared_for_is_kept_from_who_represents_it() {
        office.verified(insurer, person, TODAY);
        String seen = look(office);
        assertThat(line(self(true), seen).who().organisation()).isEqualTo(office.id.number());

        Loads.database()
                .sql("update insured.person set protection = true where insurer_number = ?")
                .param(insurer.value())
                .update();
        assertThat(line(self(true), seen).who().organisation()).isEmpty();
        assertThat(self(true).lines().toString()).doesNotContain(office.id.number());
        assertThat(line(self(false), seen).who().organisation()).isEqualTo(office.id.number());
        assertThat(line(municipality(person.value()).page(), seen).who().organisation())
                .isEqualTo(office.id.number());
    }

    @Test
    void pages_are_full_and_follow_each_other_though_some_lines_are_withheld() {
        TestServer.bean(Inquiries.class).open(staff(insurer), new Wanted(person, TODAY, TODAY, "令8-14"));
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            String request = id();
            shown.addFirst(request);
            record(entry(request, office.id.holder() + "/cm"));
            record(entry(id(), "staff:" + insurer.value() + "/tanaka"));
        }
        TestServer.bean(Follower.class).run();
        List<String> read = new ArrayList<>();
        Question question = MONTH.upTo(10);
        for (LogPage page = logs.read(selfViewer(false), question); ; page = logs.read(selfViewer(false), question)) {
            read.addAll(requests(page.lines()));
            if (page.next() == null) {
                break;
            }
            assertThat(page.lines())
                    .as("nothing shows that something is withheld")
                    .hasSize(10);
            question = question.behind(page.next());
        }
        read.retainAll(shown);
        assertThat(read).isEqualTo(shown);
    }

    @Test
    void the_operator_reads_on_to_the_first_entry_of_the_day() {
        look(office);
        TestServer.bean(Follower.class).run();
        Question question = MONTH.upTo(40);
        Set<String> places = new java.util.HashSet<>();
        int pages = 0;
        for (LogPage page = platform(question); page.next() != null && pages < 5; page = platform(question)) {
            assertThat(places.add(page.next().toString())).isTrue();
            question = question.behind(page.next());
            pages++;
        }
        assertThat(pages).isPositive();
    }

    private LogPage platform(Question question) {
        return logs.read(new OperatorViewer("unyo", id()), question).page();
    }

    private AuditEntry entry(String request, String actor) {
        AuditEvent event = actor.startsWith("staff") ? AuditEvent.INSURER_LOOKED : AuditEvent.FILE_LOOKED;
        return AuditEntry.of(request, event, actor, Map.of("purpose", "READ_REGISTERED"))
                .about(insurer.value(), List.of(person.value()));
    }

    private static void record(AuditEntry entry) {
        TestServer.bean(AuditLog.class).record(entry);
    }

    /** Answers the request id of the look. */
    private String look(SampleOffice from) {
        InstitutionViewer viewer = viewer(from);
        TestServer.bean(FileGate.class).open(viewer, insurer, person, EnumSet.of(Kind.CARD, Kind.LIFE), permit -> "");
        return viewer.requestId();
    }

    private String lookOfStaff() {
        InsurerViewer viewer = staff(insurer);
        TestServer.bean(LinkCases.class).find(viewer, person.value());
        return viewer.requestId();
    }

    private static InstitutionViewer viewer(SampleOffice from) {
        return from.viewer();
    }

    private static InsurerViewer staff(InsurerNumber of) {
        return InsurerViewer.staff(of, "tanaka", id());
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private SelfViewer selfViewer(boolean byProxy) {
        return new SelfViewer(List.of(file), byProxy, id());
    }

    private LogPage self(boolean byProxy) {
        TestServer.bean(Follower.class).run();
        return logs.read(selfViewer(byProxy), MONTH);
    }

    private AccessLogs.OfInsurer municipality(String number) {
        TestServer.bean(Follower.class).run();
        return logs.read(staff(insurer), new Question(MONTH.from(), MONTH.until(), number));
    }

    private LogPage operator(String of) {
        TestServer.bean(Follower.class).run();
        return platform(new Question(MONTH.from(), MONTH.until(), of));
    }

    private static List<String> requests(List<Line> lines) {
        return lines.stream().map(Line::requestId).toList();
    }

    private static Line line(LogPage page, String request) {
        return page.lines().stream()
                .filter(line -> line.requestId().equals(request))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in the log"));
    }

    private static List<String> entries(String request) {
        return Loads.database()
                .sql("select event || ' ' || detail from audit.entry where request_id = ?")
                .param(request)
                .query(String.class)
                .list();
    }
}

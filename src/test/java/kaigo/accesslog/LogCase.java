package kaigo.accesslog;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.access.FileGate;
import kaigo.access.PersonKey;
import kaigo.access.SelfViewer;
import kaigo.access.rules.Kind;
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

/** A started insurer with one person and two offices, and how each reader reads its log. */
abstract class LogCase {

    static final LocalDate TODAY = TestServer.TODAY;
    static final Question MONTH = new Question(TODAY.minusDays(30), TODAY, "");

    final InsurerNumber insurer = TestServer.insurerDaily();
    final FullRecords records = new FullRecords(insurer);
    final SampleOffice office = SampleOffice.near(insurer);
    final SampleOffice other = SampleOffice.second(insurer);
    final InsuredNumber person = InsuredNumber.of(FullRecords.PERSON);
    final PersonKey file = new PersonKey(insurer, person);
    final AccessLogs logs = TestServer.bean(AccessLogs.class);

    @BeforeEach
    void a_started_insurer_with_one_person() {
        Insurers insurers = TestServer.bean(Insurers.class);
        Insurer known = insurers.find(insurer).orElseThrow();
        insurers.put(known.with(TODAY, TODAY, TODAY, TODAY));
        records.person();
        office.administered();
    }

    LogPage platform(Question question) {
        return logs.read(new OperatorViewer("unyo", id()), question).page();
    }

    AuditEntry entry(String request, String actor) {
        AuditEvent event = actor.startsWith("staff") ? AuditEvent.INSURER_LOOKED : AuditEvent.FILE_LOOKED;
        return AuditEntry.of(request, event, actor, Map.of("purpose", "READ_REGISTERED"))
                .about(insurer.value(), List.of(person.value()));
    }

    static void record(AuditEntry entry) {
        TestServer.bean(AuditLog.class).record(entry);
    }

    /** Answers the request id of the look. */
    String look(SampleOffice from) {
        InstitutionViewer viewer = viewer(from);
        TestServer.bean(FileGate.class).open(viewer, insurer, person, EnumSet.of(Kind.CARD, Kind.LIFE), permit -> "");
        return viewer.requestId();
    }

    String lookOfStaff() {
        InsurerViewer viewer = staff(insurer);
        TestServer.bean(LinkCases.class).find(viewer, person.value());
        return viewer.requestId();
    }

    static InstitutionViewer viewer(SampleOffice from) {
        return from.viewer();
    }

    static InsurerViewer staff(InsurerNumber of) {
        return InsurerViewer.staff(of, "tanaka", id());
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    SelfViewer selfViewer(boolean byProxy) {
        return new SelfViewer(List.of(file), byProxy, id());
    }

    /** Without the rests in between. */
    static void follow() {
        TestServer.bean(Follower.class).run(rest -> true);
    }

    LogPage self(boolean byProxy) {
        follow();
        return logs.read(selfViewer(byProxy), MONTH);
    }

    AccessLogs.OfInsurer municipality(String number) {
        follow();
        return logs.read(staff(insurer), new Question(MONTH.from(), MONTH.until(), number));
    }

    LogPage operator(String of) {
        follow();
        return platform(new Question(MONTH.from(), MONTH.until(), of));
    }

    static List<String> requests(List<Line> lines) {
        return lines.stream().map(Line::requestId).toList();
    }

    static Line line(LogPage page, String request) {
        return page.lines().stream()
                .filter(line -> line.requestId().equals(request))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in the log"));
    }

    static List<String> entries(String request) {
        return Loads.database()
                .sql("select event || ' ' || detail from audit.entry where request_id = ?")
                .param(request)
                .query(String.class)
                .list();
    }
}

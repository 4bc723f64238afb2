package kaigo.access.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import kaigo.access.rules.Cell.Note;
import kaigo.access.rules.Cell.Sharing;
import kaigo.access.rules.Decision.Allowed;
import kaigo.access.rules.Decision.Ground;
import kaigo.access.rules.Decision.Refused;
import kaigo.access.rules.Explanation.Seated;
import kaigo.access.rules.Viewpoint.Clinic;
import kaigo.access.rules.Viewpoint.Insured;
import kaigo.access.rules.Viewpoint.Member;
import kaigo.access.rules.Viewpoint.Municipality;
import kaigo.access.rules.Viewpoint.Office;
import kaigo.access.rules.Viewpoint.Operator;
import kaigo.shared.Job;
import org.jspecify.annotations.Nullable;

/**
 * 情報共有の規則: the table of the briefing (2026-03-17) and its footnotes, read as rulings A to C of this project say. Pure: the
 * same facts give the same decision. {@link #refusal} is the rule; all below it answers one of its questions.
 */
public final class SharingRule {

    /** Stands in every audit entry. Changes with this rule, its table or its services. */
    public static final String VERSION = "2026-11-24";

    private static final Cell CLOSED = new Cell(Sharing.NOT_SHARED, Set.of());

    private final SharingTable table;
    private final Proposals proposals;

    public SharingRule(SharingTable table, Proposals proposals) {
        this.table = table;
        this.proposals = proposals;
    }

    /** Every kind at once. */
    public Map<Kind, Decision> decide(Facts facts) {
        List<Seat> seats = Seat.of(facts.viewpoint());
        Map<Kind, Decision> decisions = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            decisions.put(kind, decide(kind, seats, facts));
        }
        return decisions;
    }

    public Decision decide(Kind kind, Facts facts) {
        return decide(kind, Seat.of(facts.viewpoint()), facts);
    }

    /** Of several columns one that allows is enough; else the reason is told that stands last in its order (rulings 15). */
    private Decision decide(Kind kind, List<Seat> seats, Facts facts) {
        Reason told = Reason.AUTH;
        for (Seat seat : seats) {
            Cell cell = cell(kind, seat.column());
            Reason reason = refusal(kind, seat, cell, facts, Trace.NONE);
            if (reason == null) {
                return Allowed.on(ground(facts.viewpoint(), cell.sharing() == Sharing.WITH_CONSENT));
            }
            told = reason.compareTo(told) > 0 ? reason : told;
        }
        return Refused.because(told);
    }

    /** How the decision comes about: the same questions are asked, and what they answer is kept. */
    public Explanation explain(Kind kind, Facts facts) {
        List<Seated> columns = new ArrayList<>();
        for (Seat seat : Seat.of(facts.viewpoint())) {
            Cell cell = cell(kind, seat.column());
            boolean doctor = facts.viewpoint() instanceof Office office && isJudgedAsDoctor(cell, office);
            Trace trace = Trace.kept();
            Reason reason = refusal(kind, seat, cell, facts, trace);
            columns.add(new Seated(seat.column(), seat.hasCareManager(), cell, doctor, trace.steps(), reason));
        }
        return new Explanation(kind, decide(kind, facts), columns);
    }

    /** 欄: a column, and whether the service that gives it has a post for a 介護支援専門員. */
    private record Seat(Column column, boolean hasCareManager) {

        private static final Map<ServiceClass, Seat> OF_SERVICES = ofServices();
        private static final List<Seat> INSURED = List.of(new Seat(Column.INSURED, false));
        private static final List<Seat> MUNICIPALITY = List.of(new Seat(Column.MUNICIPALITY, false));
        private static final List<Seat> MEDICAL = List.of(new Seat(Column.MEDICAL, false));
        private static final List<Seat> MEMBER = List.of(new Seat(Column.COMMITTEE_MEMBER, false));
        private static final List<Seat> OPERATOR = List.of(new Seat(Column.OPERATOR, false));

        static List<Seat> of(Viewpoint viewpoint) {
            return switch (viewpoint) {
                case Insured insured -> INSURED;
                case Municipality staff -> MUNICIPALITY;
                case Office office ->
                    office.services().stream().map(OF_SERVICES::get).toList();
                case Clinic clinic -> MEDICAL;
                case Member member -> MEMBER;
                case Operator operator -> OPERATOR;
            };
        }

        private static Map<ServiceClass, Seat> ofServices() {
            Map<ServiceClass, Seat> seats = new EnumMap<>(ServiceClass.class);
            for (ServiceClass service : ServiceClass.values()) {
                seats.put(service, new Seat(service.column(), service.hasCareManager()));
            }
            return seats;
        }
    }

    private @Nullable Reason refusal(Kind kind, Seat seat, Cell cell, Facts facts, Trace trace) {
        if (trace.refuses(Question.ACCOUNT, !facts.inOrder())) {
            return Reason.AUTH;
        }
        if (trace.refuses(Question.FUNCTION, !proposals.isOpen(kind))) {
            return Reason.FEATURE_NOT_YET;
        }
        if (trace.refuses(Question.START, !facts.started() && waitsForStart(kind, seat.column()))) {
            return Reason.MUNICIPALITY_NOT_STARTED;
        }
        if (trace.refuses(Question.CELL, cell.sharing() == Sharing.NOT_SHARED)) {
            return Reason.NOT_SHARED_WITH_VIEWER;
        }
        if (trace.refuses(Question.PAPER, cell.has(Note.HELD_ON_PAPER))) {
            return Reason.HELD_ON_PAPER;
        }
        Reason stranger = stranger(cell, facts);
        if (trace.refuses(Question.RELATION, stranger != null)) {
            return stranger;
        }
        if (trace.refuses(Question.JOB, !hasTheJob(kind, seat, cell, facts.viewpoint()))) {
            return Reason.JOB_NOT_ALLOWED;
        }
        boolean waits = !facts.certified() && waitsForCertification(kind, facts.viewpoint());
        if (trace.refuses(Question.CERTIFICATION, waits)) {
            return Reason.NOT_YET_CERTIFIED;
        }
        boolean missing = !facts.consent() && cell.sharing() == Sharing.WITH_CONSENT;
        return trace.refuses(Question.CONSENT, missing) ? Reason.CONSENT_MISSING : null;
    }

    private Cell cell(Kind kind, Column column) {
        boolean closed =
                column == Column.MEDICAL && kind.isBurden() && !proposals.isOn(Proposal.INSTITUTION_SEES_BURDEN);
        return closed ? CLOSED : table.cell(kind, column);
    }

    /** The person's own card is shown before the start, with the name that stands on it (the briefing; rulings 46). */
    private static boolean waitsForStart(Kind kind, Column column) {
        return switch (column) {
            case INSURED -> kind != Kind.CARD && kind != Kind.BANNER;
            case CARE_MANAGEMENT, ROKEN_IIN, OTHER_CARE, MEDICAL -> true;
            case MUNICIPALITY, COMMITTEE_MEMBER, OPERATOR -> false;
        };
    }

    /** Why the viewer has nothing to do with this person, or null. */
    private @Nullable Reason stranger(Cell cell, Facts facts) {
        return switch (facts.viewpoint()) {
            case Insured insured -> insured.self() ? null : Reason.NOT_SELF;
            case Municipality staff -> staff.ownInsured() ? null : Reason.OTHER_MUNICIPALITY;
            case Office office -> strangerAtOffice(cell, office, facts.today());
            case Clinic clinic -> notAsked(clinic.requests(), clinicMayLook(cell, facts.today()));
            case Member member -> member.ownMeeting() ? null : Reason.NO_MEETING;
            case Operator operator -> null;
        };
    }

    private @Nullable Reason strangerAtOffice(Cell cell, Office office, LocalDate today) {
        boolean doctor = isJudgedAsDoctor(cell, office);
        Reason notAsked = null;
        if (doctor) {
            notAsked = notAsked(office.requests(), inWindow(today));
        } else if (cell.has(Note.OWN_REQUEST)) {
            notAsked = notAsked(office.requests(), underWay(today));
        }
        if (doctor && notAsked == null && proposals.isOn(Proposal.REQUEST_REPLACES_VERIFICATION)) {
            return null;
        }
        return switch (office.verification()) {
            case NONE -> Reason.NOT_VERIFIED;
            case EXPIRED -> Reason.VIEWING_EXPIRED;
            case VALID -> notAsked;
        };
    }

    /** ※1 or ※2: who is 医師 and not ケアマネ is judged by the first, everybody else by the second (rulings 15). */
    private static boolean isJudgedAsDoctor(Cell cell, Office office) {
        return cell.has(Note.DOCTOR_WHO_WAS_ASKED)
                && office.jobs().contains(Job.DOCTOR)
                && !office.jobs().contains(Job.CARE_MANAGER);
    }

    private static @Nullable Reason notAsked(List<OpinionRequest> requests, Predicate<OpinionRequest> mayLook) {
        if (requests.isEmpty()) {
            return Reason.NO_OPINION_REQUEST;
        }
        return requests.stream().anyMatch(mayLook) ? null : Reason.WINDOW_CLOSED;
    }

    private Predicate<OpinionRequest> clinicMayLook(Cell cell, LocalDate today) {
        boolean longer =
                !cell.has(Note.INSTITUTION_THAT_WAS_ASKED) && proposals.isOn(Proposal.INSTITUTION_SEES_UNTIL_DECISION);
        return longer ? underWay(today) : inWindow(today);
    }

    private Predicate<OpinionRequest> inWindow(LocalDate today) {
        return request -> request.isInWindow(today, proposals.daysOfWindow());
    }

    private Predicate<OpinionRequest> underWay(LocalDate today) {
        return request -> request.isUnderWay(today, proposals.daysOfWindow());
    }

    private boolean hasTheJob(Kind kind, Seat seat, Cell cell, Viewpoint viewpoint) {
        return switch (viewpoint) {
            case Office office -> hasTheJob(kind, seat, cell, office);
            case Clinic clinic ->
                !cell.has(Note.INSTITUTION_THAT_WAS_ASKED)
                        || clinic.jobs().contains(Job.DOCTOR)
                        || clinic.jobs().contains(Job.MEDICAL_CLERK);
            case Insured insured -> true;
            case Municipality staff -> true;
            case Member member -> true;
            case Operator operator -> true;
        };
    }

    private boolean hasTheJob(Kind kind, Seat seat, Cell cell, Office office) {
        boolean careManager = office.jobs().contains(Job.CARE_MANAGER);
        if (cell.has(Note.CARE_MANAGER)) {
            boolean hasPost = seat.hasCareManager() || proposals.isOn(Proposal.NOTE_2_FOR_ALL_SERVICES);
            return isJudgedAsDoctor(cell, office) || (careManager && hasPost);
        }
        boolean careManagersOnly = seat.column() == Column.CARE_MANAGEMENT
                && kind.isOfAnApplication()
                && proposals.isOn(Proposal.CARE_MANAGERS_ONLY_IN_CARE_MANAGEMENT);
        return careManager || !careManagersOnly;
    }

    private boolean waitsForCertification(Kind kind, Viewpoint viewpoint) {
        boolean fromOutside = viewpoint instanceof Office || viewpoint instanceof Clinic;
        return fromOutside && kind.isOfAnApplication() && proposals.isOn(Proposal.ONLY_CERTIFIED_APPLICATIONS);
    }

    private static Ground ground(Viewpoint viewpoint, boolean withConsent) {
        return switch (viewpoint) {
            case Insured insured -> Ground.SELF;
            case Municipality staff -> Ground.OWN_INSURED;
            case Office office -> withConsent ? Ground.VERIFIED_WITH_CONSENT : Ground.VERIFIED;
            case Clinic clinic -> withConsent ? Ground.ASKED_FOR_OPINION_WITH_CONSENT : Ground.ASKED_FOR_OPINION;
            case Member member -> Ground.OWN_MEETING;
            case Operator operator -> Ground.OPERATION;
        };
    }
}

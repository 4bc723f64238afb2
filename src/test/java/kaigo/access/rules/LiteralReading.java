package kaigo.access.rules;

import static kaigo.access.rules.Kind.*;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kaigo.access.rules.Viewpoint.Clinic;
import kaigo.access.rules.Viewpoint.Insured;
import kaigo.access.rules.Viewpoint.Member;
import kaigo.access.rules.Viewpoint.Municipality;
import kaigo.access.rules.Viewpoint.Office;
import kaigo.access.rules.Viewpoint.Operator;
import kaigo.access.rules.Viewpoint.Verification;
import kaigo.shared.Job;

/**
 * A second, slow reading of the briefing's footnotes and of rulings A to C, sentence by sentence: every objection that any of
 * them raises, in no order; the order of rulings 15 comes last. It knows neither the table's file nor the rule.
 */
final class LiteralReading {

    private static final Set<Kind> SURVEY_AND_OPINION = EnumSet.of(CERT_SURVEY, DOCTOR_OPINION);
    private static final Set<Kind> CARE_PLANS = EnumSet.of(
            CP_HOME_1, CP_HOME_2, CP_HOME_3, CP_HOME_6, CP_HOME_7, CP_FACILITY_1, CP_FACILITY_2, CP_FACILITY_3);
    private static final Set<Kind> BURDEN = EnumSet.of(BURDEN_RATIO, BURDEN_LIMIT, OTHER_REDUCTION);

    private final Kind kind;
    private final Facts facts;
    private final Proposals proposals;
    private final Set<Reason> objections = new TreeSet<>();

    private LiteralReading(Kind kind, Facts facts, Proposals proposals) {
        this.kind = kind;
        this.facts = facts;
        this.proposals = proposals;
    }

    /** ALLOW, or the name of the reason. */
    static String told(Kind kind, Facts facts, Proposals proposals) {
        if (!(facts.viewpoint() instanceof Office office)) {
            LiteralReading reading = new LiteralReading(kind, facts, proposals);
            reading.read();
            return reading.first();
        }
        // an office with several services: allowed if one column allows, else the reason that stands last
        TreeSet<Reason> firsts = new TreeSet<>(Set.of(Reason.AUTH));
        for (ServiceClass service : office.services()) {
            LiteralReading reading = new LiteralReading(kind, facts, proposals);
            reading.readForAll();
            reading.readOffice(office, service);
            if (reading.objections.isEmpty()) {
                return "ALLOW";
            }
            firsts.add(Reason.valueOf(reading.first()));
        }
        return firsts.last().name();
    }

    private String first() {
        return objections.isEmpty() ? "ALLOW" : objections.iterator().next().name();
    }

    private void objectIf(boolean holds, Reason reason) {
        if (holds) {
            objections.add(reason);
        }
    }

    private void read() {
        readForAll();
        switch (facts.viewpoint()) {
            case Insured insured -> readInsured(insured);
            case Municipality staff -> readMunicipality(staff);
            case Clinic clinic -> readClinic(clinic);
            case Member member -> readMember(member);
            case Operator operator -> objectIf(kind != ACCESS_LOG, Reason.NOT_SHARED_WITH_VIEWER);
            case Office office -> throw new IllegalStateException();
        }
    }

    private void readForAll() {
        objectIf(!facts.inOrder(), Reason.AUTH);
        objectIf(kind == LIFE && !proposals.isOn(Proposal.LIFE_OPEN), Reason.FEATURE_NOT_YET);
        objectIf(CARE_PLANS.contains(kind) && !proposals.isOn(Proposal.CARE_PLANS_OPEN), Reason.FEATURE_NOT_YET);
        objectIf(kind == CERT_APPLICATION && !proposals.isOn(Proposal.CERT_APPLICATION_OPEN), Reason.FEATURE_NOT_YET);
    }

    /** The person sees neither survey nor opinion; the application form is held on paper (※4); the card before the start too. */
    private void readInsured(Insured insured) {
        objectIf(!facts.started() && kind != CARD && kind != BANNER, Reason.MUNICIPALITY_NOT_STARTED);
        objectIf(
                SURVEY_AND_OPINION.contains(kind)
                        || EnumSet.of(COMMITTEE_SHEET, LINK_STATE, OPINION_REQUEST, COMMITTEE_CASE)
                                .contains(kind),
                Reason.NOT_SHARED_WITH_VIEWER);
        objectIf(kind == CERT_APPLICATION, Reason.HELD_ON_PAPER);
        objectIf(!insured.self(), Reason.NOT_SELF);
    }

    /** A municipality sees all of its own insured, whatever has begun. */
    private void readMunicipality(Municipality staff) {
        objectIf(!staff.ownInsured(), Reason.OTHER_MUNICIPALITY);
    }

    private void readMember(Member member) {
        objectIf(kind != COMMITTEE_CASE, Reason.NOT_SHARED_WITH_VIEWER);
        objectIf(!member.ownMeeting(), Reason.NO_MEETING);
    }

    private void readOutside() {
        objectIf(!facts.started(), Reason.MUNICIPALITY_NOT_STARTED);
        objectIf(
                EnumSet.of(CERT_APPLICATION, LINK_STATE, COMMITTEE_CASE, ACCESS_LOG)
                        .contains(kind),
                Reason.NOT_SHARED_WITH_VIEWER);
        boolean ofAnApplication = SURVEY_AND_OPINION.contains(kind) || kind == COMMITTEE_SHEET;
        objectIf(
                ofAnApplication && !facts.certified() && proposals.isOn(Proposal.ONLY_CERTIFIED_APPLICATIONS),
                Reason.NOT_YET_CERTIFIED);
        boolean inTheConsentText = ofAnApplication || kind == LIFE || CARE_PLANS.contains(kind);
        objectIf(inTheConsentText && !facts.consent(), Reason.CONSENT_MISSING);
    }

    private void readOffice(Office office, ServiceClass service) {
        readOutside();
        objectIf(kind == FILING && service == ServiceClass.ROKEN_IIN, Reason.NOT_SHARED_WITH_VIEWER);
        objectIf(kind == OPINION_REQUEST && service != ServiceClass.ROKEN_IIN, Reason.NOT_SHARED_WITH_VIEWER);
        boolean careManager = office.jobs().contains(Job.CARE_MANAGER);
        boolean byNote1 = service == ServiceClass.ROKEN_IIN
                && SURVEY_AND_OPINION.contains(kind)
                && office.jobs().contains(Job.DOCTOR)
                && !careManager;
        if (byNote1) {
            readRequests(office.requests(), false);
        } else if (SURVEY_AND_OPINION.contains(kind) || kind == COMMITTEE_SHEET) {
            readNote2(service, careManager);
        }
        if (kind == OPINION_REQUEST) {
            readRequests(office.requests(), true);
        }
        boolean asked = byNote1
                && !objections.contains(Reason.NO_OPINION_REQUEST)
                && !objections.contains(Reason.WINDOW_CLOSED);
        if (!(asked && proposals.isOn(Proposal.REQUEST_REPLACES_VERIFICATION))) {
            objectIf(office.verification() == Verification.NONE, Reason.NOT_VERIFIED);
            objectIf(office.verification() == Verification.EXPIRED, Reason.VIEWING_EXPIRED);
        }
    }

    /** ※2 and its like: ケアマネ, in a service that has such a post. */
    private void readNote2(ServiceClass service, boolean careManager) {
        switch (service) {
            case CARE_MANAGEMENT ->
                objectIf(
                        !careManager && proposals.isOn(Proposal.CARE_MANAGERS_ONLY_IN_CARE_MANAGEMENT),
                        Reason.JOB_NOT_ALLOWED);
            case ROKEN_IIN, WITH_CARE_MANAGER -> objectIf(!careManager, Reason.JOB_NOT_ALLOWED);
            case WITHOUT_CARE_MANAGER ->
                objectIf(!careManager || !proposals.isOn(Proposal.NOTE_2_FOR_ALL_SERVICES), Reason.JOB_NOT_ALLOWED);
        }
    }

    /** MEDICAL: every kind needs a request to that very institution. */
    private void readClinic(Clinic clinic) {
        readOutside();
        objectIf(kind == COMMITTEE_SHEET || kind == FILING, Reason.NOT_SHARED_WITH_VIEWER);
        objectIf(
                BURDEN.contains(kind) && !proposals.isOn(Proposal.INSTITUTION_SEES_BURDEN),
                Reason.NOT_SHARED_WITH_VIEWER);
        boolean byNote3 = SURVEY_AND_OPINION.contains(kind);
        readRequests(clinic.requests(), !byNote3 && proposals.isOn(Proposal.INSTITUTION_SEES_UNTIL_DECISION));
        objectIf(
                byNote3 && !clinic.jobs().contains(Job.DOCTOR) && !clinic.jobs().contains(Job.MEDICAL_CLERK),
                Reason.JOB_NOT_ALLOWED);
    }

    private void readRequests(List<OpinionRequest> requests, boolean untilDecision) {
        if (requests.isEmpty()) {
            objections.add(Reason.NO_OPINION_REQUEST);
            return;
        }
        boolean open = false;
        for (OpinionRequest request : requests) {
            // day 1 is the day after the application form was handed in; the switch makes that very day the first
            LocalDate dayOne = request.filedOn().plusDays(proposals.isOn(Proposal.THIRTIETH_DAY_INCLUDED) ? 1 : 0);
            LocalDate last = dayOne.plusDays(29);
            boolean undecided = request.endedOn() == null || !request.endedOn().isBefore(facts.today());
            open |= !facts.today().isAfter(last) || (untilDecision && undecided);
        }
        objectIf(!open, Reason.WINDOW_CLOSED);
    }
}

package kaigo.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Explanation;
import kaigo.access.rules.Facts;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Proposals;
import kaigo.access.rules.ServiceTable;
import kaigo.access.rules.SharingRule;
import kaigo.access.rules.SharingTable;
import kaigo.access.rules.Viewpoint;
import kaigo.shared.Days;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.Job;

/** 判定: what the facts of a look mean to the rule. The gate decides by it, and who asks how a decision came about is told by it. */
final class FileJudge {

    private final ConsentReading consents;
    private final ServiceTable services = ServiceTable.bundled();
    private final SharingRule rule;

    FileJudge(ConsentReading consents, Proposals proposals) {
        this.consents = consents;
        this.rule = new SharingRule(SharingTable.bundled(), proposals);
    }

    Map<Kind, Decision> decide(InstitutionViewer viewer, FileFacts found, Instant now) {
        return rule.decide(facts(viewer.institution().kind(), found, Days.of(now)));
    }

    Explanation explain(Kind kind, Facts facts) {
        return rule.explain(kind, facts);
    }

    Facts facts(InstitutionId.Kind viewer, FileFacts found, LocalDate today) {
        return new Facts(
                viewpoint(viewer, found, today),
                found.inOrder(),
                found.started(),
                !found.certified().isEmpty(),
                consents.isInForce(found.consent(), found.applications(), found.lostOn(), today),
                today);
    }

    private Viewpoint viewpoint(InstitutionId.Kind viewer, FileFacts found, LocalDate today) {
        Set<Job> jobs = found.jobs().stream().map(Job::valueOf).collect(Collectors.toUnmodifiableSet());
        return switch (viewer) {
            case CLINIC -> new Viewpoint.Clinic(jobs, found.requests());
            case OFFICE ->
                new Viewpoint.Office(
                        services.classesOf(found.services(), today), jobs, found.verification(), found.requests());
        };
    }

    /** Of the decisions on every kind those on the kinds that were asked for. */
    static Map<Kind, Decision> only(Set<Kind> asked, Map<Kind, Decision> decisions) {
        Map<Kind, Decision> those = new EnumMap<>(decisions);
        those.keySet().retainAll(asked);
        return those;
    }
}

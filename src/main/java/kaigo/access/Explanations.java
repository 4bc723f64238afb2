package kaigo.access;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import kaigo.access.ExplainStore.PersonFacts;
import kaigo.access.ExplainedViewer.Anybody;
import kaigo.access.ExplainedViewer.AtInstitution;
import kaigo.access.ExplainedViewer.Institution;
import kaigo.access.rules.Explanation;
import kaigo.access.rules.Facts;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Proposals;
import kaigo.access.rules.ServiceTable;
import kaigo.access.rules.SharingRule;
import kaigo.access.rules.Viewpoint;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.shared.AccountRole;
import kaigo.shared.Days;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Job;
import kaigo.shared.OperatorViewer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 判定の説明: how a decision came about, fact by fact, for an operator. The facts are read and judged as the gate does it, in
 * one snapshot; each explanation is on record before it is handed out, and holds numbers, days and codes only.
 */
@Component
public final class Explanations {

    private static final int NOON = 12;

    private final FileFactStore facts;
    private final ExplainStore store;
    private final ConsentReading consents;
    private final Consumer<AuditEntry> audit;
    private final TransactionTemplate snapshot;
    private final InstantSource clock;
    private final Proposals proposals;
    private final FileJudge judge;
    private final ServiceTable services = ServiceTable.bundled();

    @Autowired
    Explanations(
            FileFactStore facts,
            ExplainStore store,
            ConsentReading consents,
            AuditLog audit,
            PlatformTransactionManager transactions,
            InstantSource clock,
            Proposals proposals) {
        this(facts, store, consents, audit::record, Snapshot.ofInsurer(transactions), clock, proposals);
    }

    Explanations(
            FileFactStore facts,
            ExplainStore store,
            ConsentReading consents,
            Consumer<AuditEntry> audit,
            TransactionTemplate snapshot,
            InstantSource clock,
            Proposals proposals) {
        this.facts = facts;
        this.store = store;
        this.consents = consents;
        this.audit = audit;
        this.snapshot = snapshot;
        this.clock = clock;
        this.proposals = proposals;
        this.judge = new FileJudge(consents, proposals);
    }

    /** What is asked: who, of whom, which kinds, on which day. */
    public record Asked(ExplainedViewer viewer, PersonKey person, Set<Kind> kinds, LocalDate on) {}

    /** Today in the time of this installation. */
    public LocalDate today() {
        return Days.of(clock.instant());
    }

    public Explained explain(OperatorViewer operator, Asked asked) {
        Explained explained = snapshot.execute(status -> {
            ExplainPermit permit = new ExplainPermit(asked.person());
            try {
                return explain(permit, asked);
            } finally {
                permit.close();
            }
        });
        audit.accept(entry(operator, asked, explained.present()));
        return explained;
    }

    private Explained explain(ExplainPermit permit, Asked asked) {
        Instant now = clock.instant();
        boolean today = asked.on().equals(Days.of(now));
        Instant at = today ? now : asked.on().atTime(NOON, 0).atZone(Days.JAPAN).toInstant();
        PersonFacts person = store.readPerson(permit, asked.on());
        List<ExplainedFact> rows = new ArrayList<>();
        Facts told = asked.viewer() instanceof AtInstitution institution
                ? ofInstitution(permit, institution, at, rows)
                : ofOthers(permit, asked, person, rows);
        for (ExplainSource source : ExplainSource.OF_PERSON) {
            rows.addAll(store.list(permit, asked.viewer(), "", source));
        }
        rows.addAll(consent(permit, person, asked));
        rows.addAll(ExplainedFacts.told(told));
        rows.add(ExplainedFacts.switches(proposals));
        List<Explanation> kinds =
                asked.kinds().stream().map(kind -> judge.explain(kind, told)).toList();
        return new Explained(asked.viewer(), asked.person(), asked.on(), today, person.present(), kinds, rows);
    }

    private Facts ofInstitution(ExplainPermit permit, AtInstitution viewer, Instant at, List<ExplainedFact> rows) {
        String fingerprint = switch (viewer) {
            case Institution known ->
                known.fingerprint() == null ? store.chooseCertificate(permit, known, at) : known.fingerprint();
            case Anybody anybody -> "";
        };
        for (ExplainSource source : ExplainSource.of(viewer)) {
            rows.addAll(store.list(permit, viewer, fingerprint, source));
        }
        FileFacts found = switch (viewer) {
            case Institution known -> read(permit, known.id(), known.login(), fingerprint, at);
            case Anybody(InstitutionId id, Job job) ->
                read(permit, id, "", "", at).asOf(List.of(job.name()));
        };
        LocalDate day = Days.of(at);
        found.services().forEach(code -> rows.add(ExplainedFacts.service(code, services.classesOf(Set.of(code), day))));
        return judge.facts(viewer.id().kind(), found, day);
    }

    private FileFacts read(ExplainPermit permit, InstitutionId id, String login, String fingerprint, Instant at) {
        return facts.read(new InstitutionViewer(id, login, fingerprint, ""), permit.person(), at);
    }

    private Facts ofOthers(ExplainPermit permit, Asked asked, PersonFacts person, List<ExplainedFact> rows) {
        boolean usable = switch (asked.viewer()) {
            case ExplainedViewer.Staff(InsurerNumber insurer, String login) ->
                store.isUsable(permit, insurer, login, AccountRole.STAFF, asked.on());
            case ExplainedViewer.Member(InsurerNumber insurer, String login) ->
                store.isUsable(permit, insurer, login, AccountRole.MEMBER, asked.on());
            case ExplainedViewer.Operator(String login) ->
                store.isUsable(permit, AccountRole.OPERATORS, login, AccountRole.OPERATOR, asked.on());
            case ExplainedViewer.Insured insured -> true;
            case AtInstitution institution -> throw new IllegalStateException();
        };
        if (!(asked.viewer() instanceof ExplainedViewer.Insured)) {
            rows.addAll(store.list(permit, asked.viewer(), "", ExplainSource.STAFF_ACCOUNT));
        }
        return new Facts(
                viewpoint(permit, asked, person.present()),
                usable,
                person.started(),
                person.certified(),
                consents.explain(store.consentLines(permit), store.applications(permit), person.lostOn(), asked.on())
                        .inForce(),
                asked.on());
    }

    /** Who has which meeting is not kept yet: nobody has one. */
    private Viewpoint viewpoint(ExplainPermit permit, Asked asked, boolean present) {
        return switch (asked.viewer()) {
            case ExplainedViewer.Staff staff ->
                new Viewpoint.Municipality(
                        present && staff.insurer().equals(asked.person().insurer()));
            case ExplainedViewer.Member member -> new Viewpoint.Member(false);
            case ExplainedViewer.Operator operator -> new Viewpoint.Operator();
            case ExplainedViewer.Insured insured ->
                new Viewpoint.Insured(store.isSelf(permit, insured.who() == null ? asked.person() : insured.who()));
            case AtInstitution institution -> throw new IllegalStateException();
        };
    }

    private List<ExplainedFact> consent(ExplainPermit permit, PersonFacts person, Asked asked) {
        ConsentReading.Explained found =
                consents.explain(store.consentLines(permit), store.applications(permit), person.lostOn(), asked.on());
        return ExplainedFacts.consent(store.list(permit, asked.viewer(), "", ExplainSource.CONSENT), found);
    }

    /** The person stands among the subjects if there is one; a number that nobody has stands in the detail. */
    private static AuditEntry entry(OperatorViewer operator, Asked asked, boolean present) {
        String number = asked.person().insured().value();
        Map<String, Object> detail = new TreeMap<>(Map.of(
                "viewer", asked.viewer().name(),
                "kinds", asked.kinds().stream().map(Kind::name).toList(),
                "on", asked.on().toString(),
                "rule", SharingRule.VERSION));
        if (!present) {
            detail.put("tried", number);
        }
        return AuditEntry.of(operator.requestId(), AuditEvent.DECISION_EXPLAINED, operator.actor(), detail)
                .about(asked.person().insurer().value(), present ? List.of(number) : List.of());
    }
}

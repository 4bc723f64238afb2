package kaigo.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.access.OwnInsuredStore.Related;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Proposals;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 閲覧できる事業所・医療機関: who may see a person now, and what, by the rule that decides every look. For its insurer alone. */
@Component
public final class Onlookers {

    private final OwnInsuredStore related;
    private final FileFactStore store;
    private final FileJudge judge;
    private final int days;

    Onlookers(OwnInsuredStore related, FileFactStore store, ConsentReading consents, Proposals proposals) {
        this.related = related;
        this.store = store;
        this.judge = new FileJudge(consents, proposals);
        this.days = proposals.daysOfWindow();
    }

    /**
     * @param viewableUntil 閲覧有効期限, of an office that has verified the person
     * @param filedOn 申請書提出日 of the newest 作成依頼 to it
     * @param windowEnds last day on which past certifications are open to it for the opinion
     * @param anybody what everybody there may see
     * @param byJob what beside it only those with a 職種 may see
     */
    public record Onlooker(
            InstitutionId institution,
            @Nullable LocalDate viewableUntil,
            @Nullable LocalDate filedOn,
            @Nullable LocalDate windowEnds,
            Set<Kind> anybody,
            Map<Job, Set<Kind>> byJob) {

        @Override
        public String toString() {
            return "Onlooker[…]";
        }
    }

    /** Also those whose time is over: of them nothing is open. */
    public List<Onlooker> list(InsurerPermit permit, PersonKey person, Instant now) {
        return related.listRelated(permit, person).stream()
                .map(one -> onlooker(one, person, now))
                .toList();
    }

    private Onlooker onlooker(Related one, PersonKey person, Instant now) {
        InstitutionViewer viewer = new InstitutionViewer(one.institution(), "", "", "");
        FileFacts facts = store.read(viewer, person, now);
        Set<Kind> anybody = shown(viewer, facts.asOf(List.of()), now);
        Map<Job, Set<Kind>> byJob = new EnumMap<>(Job.class);
        for (Job job : Job.values()) {
            Set<Kind> more = shown(viewer, facts.asOf(List.of(job.name())), now);
            more.removeAll(anybody);
            if (!more.isEmpty()) {
                byJob.put(job, more);
            }
        }
        LocalDate filedOn = one.filedOn();
        LocalDate windowEnds = filedOn == null ? null : filedOn.plusDays(days);
        return new Onlooker(one.institution(), one.viewableUntil(), filedOn, windowEnds, anybody, byJob);
    }

    private Set<Kind> shown(InstitutionViewer viewer, FileFacts facts, Instant now) {
        Set<Kind> shown = EnumSet.noneOf(Kind.class);
        judge.decide(viewer, facts, now).forEach((kind, decision) -> {
            if (decision instanceof Decision.Allowed) {
                shown.add(kind);
            }
        });
        return shown;
    }
}

package kaigo.intake.linking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import kaigo.access.JobPermit;
import kaigo.insured.LinkOutcome;
import kaigo.intake.linking.LinkStore.Answered;
import kaigo.shared.InsurerNumber;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** PMHキー発行: asks for a batch of persons of one insurer and settles the answers in one transaction. */
public final class LinkWorker {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int TRIES = 10;

    private final LinkStore store;
    private final KeyQuestions questions;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    public LinkWorker(
            LinkStore store, KeyQuestions questions, PlatformTransactionManager transactions, InstantSource clock) {
        this.store = store;
        this.questions = questions;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Asks for whoever waits, insurer by insurer. */
    public void askAll(JobPermit permit) {
        for (InsurerNumber insurer : store.insurersWaiting(permit, clock.instant())) {
            Instant now = clock.instant();
            if (store.lease(permit, insurer, now, now.plus(LEASE))) {
                askFor(permit, insurer);
                store.renew(permit, insurer, clock.instant());
            }
        }
    }

    private void askFor(JobPermit permit, InsurerNumber insurer) {
        String after = "";
        List<OpenLink> links = store.next(permit, insurer, after, clock.instant());
        while (!links.isEmpty()) {
            bringHome(permit, insurer, questions.ask(links));
            permit.worked(links.size());
            after = links.getLast().insuredNumber();
            links = store.next(permit, insurer, after, clock.instant());
        }
    }

    private void bringHome(JobPermit permit, InsurerNumber insurer, List<Answered> answers) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> store.moveToNewest(permit, answers));
                transaction.executeWithoutResult(status -> settle(permit, insurer, answers));
                return;
            } catch (TransientDataAccessException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void settle(JobPermit permit, InsurerNumber insurer, List<Answered> answers) {
        store.renew(permit, insurer, clock.instant().plus(LEASE));
        Set<String> live = store.holdStillAsking(
                permit, insurer, answers.stream().map(Answered::link).toList());
        List<Answered> current = answers.stream()
                .filter(one -> live.contains(one.link().insuredNumber()))
                .toList();
        List<Answered> linked =
                current.stream().filter(one -> one.key() != null).toList();
        Set<String> taken = linked.isEmpty() ? Set.of() : store.enterKeys(permit, insurer, linked);
        List<Answered> settled = current.stream()
                .filter(one -> one.outcome().isFinal())
                .map(one -> taken.contains(one.link().insuredNumber())
                        ? new Answered(one.link(), LinkOutcome.taken(), null)
                        : one)
                .toList();
        if (!settled.isEmpty()) {
            store.settle(permit, insurer, settled, clock.instant());
        }
        List<Answered> later =
                current.stream().filter(one -> !one.outcome().isFinal()).toList();
        if (!later.isEmpty()) {
            store.postpone(permit, insurer, later);
        }
    }
}

package kaigo.intake.linking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import kaigo.access.JobPermit;
import kaigo.insured.IntermediateServer;
import kaigo.insured.IntermediateServer.Answer;
import kaigo.insured.IntermediateServer.Outcome;
import kaigo.insured.IntermediateServer.Question;
import kaigo.insured.IntermediateServerUnavailable;
import kaigo.insured.LinkOutcome;
import kaigo.intake.linking.LinkStore.Answered;
import kaigo.keys.KeyRing;
import kaigo.keys.RecordCipher;
import kaigo.shared.InsurerNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * PMHキー発行: asks the 中間サーバ for a batch of persons of one insurer and settles its answers in one transaction. The
 * numbers are plain only between unsealing and the answer.
 */
public final class LinkWorker {

    private static final Logger LOG = LoggerFactory.getLogger(LinkWorker.class);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int TRIES = 10;

    private final LinkStore store;
    private final IntermediateServer server;
    private final KeyRing keys;
    private final Function<UUID, RecordCipher> ciphers;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    /** @param ciphers the cipher of a received file's numbers, by its sealed id */
    public LinkWorker(
            LinkStore store,
            IntermediateServer server,
            KeyRing keys,
            Function<UUID, RecordCipher> ciphers,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.store = store;
        this.server = server;
        this.keys = keys;
        this.ciphers = ciphers;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** One batch of every insurer that waits. Answers how many persons were asked for. */
    public long askOnce(JobPermit permit) {
        long asked = 0;
        for (InsurerNumber insurer : store.insurersWaiting(permit, clock.instant())) {
            Instant now = clock.instant();
            List<OpenLink> links = store.claim(permit, insurer, IntermediateServer.BATCH, now, now.plus(LEASE));
            if (!links.isEmpty()) {
                bringHome(permit, insurer, ask(links));
                asked += links.size();
            }
        }
        return asked;
    }

    private List<Answered> ask(List<OpenLink> links) {
        Map<String, OpenLink> open = new HashMap<>();
        List<Question> questions = questions(links, open);
        List<Answered> answered = new ArrayList<>(links.size());
        try {
            for (Answer answer : server.ask(questions)) {
                OpenLink link = open.remove(answer.reference());
                if (link != null) {
                    answered.add(answered(link, answer));
                }
            }
        } catch (IntermediateServerUnavailable e) {
            LOG.warn("the intermediate server gave no answer for {} persons: {}", open.size(), e.getMessage());
        } finally {
            questions.forEach(question -> Arrays.fill(question.myNumber(), (byte) 0));
        }
        open.values().forEach(link -> answered.add(answered(link, new Answer("", Outcome.LATER, null))));
        return answered;
    }

    private List<Question> questions(List<OpenLink> links, Map<String, OpenLink> open) {
        Map<UUID, RecordCipher> opened = new HashMap<>();
        List<Question> questions = new ArrayList<>(links.size());
        for (OpenLink link : links) {
            String reference = Integer.toString(questions.size());
            open.put(reference, link);
            RecordCipher cipher = opened.computeIfAbsent(link.sealedId(), ciphers);
            questions.add(new Question(reference, cipher.unseal(link.sealedNumber()), link.birthDate(), link.sex()));
        }
        return questions;
    }

    private Answered answered(OpenLink link, Answer answer) {
        byte[] key = answer.pmhKey();
        boolean broken = answer.outcome() == Outcome.LINKED && key == null;
        Outcome outcome = broken ? Outcome.LATER : answer.outcome();
        LinkOutcome settled = LinkOutcome.of(outcome, link.asked(), link.attempts(), clock.instant());
        return new Answered(link, settled, key == null ? null : keys.hmacPmhKey(key));
    }

    private void bringHome(JobPermit permit, InsurerNumber insurer, List<Answered> answers) {
        for (int attempt = 1; ; attempt++) {
            try {
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
        Set<String> live = store.holdStillAsking(
                permit, insurer, answers.stream().map(Answered::link).toList());
        List<Answered> current = answers.stream()
                .filter(one -> live.contains(one.link().insuredNumber()))
                .toList();
        List<Answered> linked =
                current.stream().filter(one -> one.pmhHmac() != null).toList();
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

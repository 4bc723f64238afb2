package kaigo.intake.linking;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import kaigo.insured.IntermediateServer;
import kaigo.insured.IntermediateServer.Answer;
import kaigo.insured.IntermediateServer.Outcome;
import kaigo.insured.IntermediateServer.Question;
import kaigo.insured.IntermediateServerUnavailable;
import kaigo.insured.LinkOutcome;
import kaigo.intake.linking.LinkStore.Answered;
import kaigo.keys.KeyRing;
import kaigo.keys.RecordCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 中間サーバへの問合せ: turns open links into questions and answers into outcomes. The numbers are plain only between
 * unsealing and the answer.
 */
public final class KeyQuestions {

    private static final Logger LOG = LoggerFactory.getLogger(KeyQuestions.class);

    private final IntermediateServer server;
    private final KeyRing keys;
    private final Function<UUID, RecordCipher> ciphers;
    private final InstantSource clock;

    /** @param ciphers the cipher of a received file's numbers, by its sealed id */
    public KeyQuestions(
            IntermediateServer server, KeyRing keys, Function<UUID, RecordCipher> ciphers, InstantSource clock) {
        this.server = server;
        this.keys = keys;
        this.ciphers = ciphers;
        this.clock = clock;
    }

    List<Answered> ask(List<OpenLink> links) {
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
        return new Answered(link, settled, key == null ? null : keys.hashPmhKey(key));
    }
}

package kaigo.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kaigo.generate.SimulatedOutcome;
import kaigo.insured.IntermediateServer;
import kaigo.insured.IntermediateServerUnavailable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** 模擬の中間サーバ: answers by the number itself (docs/fictitious-data.md); the key is a digest of the number. */
@Component
@Profile("demo")
final class SimulatedIntermediateServer implements IntermediateServer {

    private static final int SLOW_SECONDS = 2;

    private final boolean atOnce;

    /** @param atOnce for measurements: nobody is slow, nobody times out */
    SimulatedIntermediateServer(@Value("${kiban.simulator.at-once:false}") boolean atOnce) {
        this.atOnce = atOnce;
    }

    @Override
    public List<Answer> ask(List<Question> questions) {
        if (!atOnce && questions.stream().anyMatch(one -> outcome(one) == SimulatedOutcome.SLOW)) {
            takeTime();
        }
        return questions.stream().map(this::answer).toList();
    }

    private Answer answer(Question question) {
        return switch (outcome(question)) {
            case LINKED, SLOW -> new Answer(question.reference(), Outcome.LINKED, key(question.myNumber()));
            case NOT_REGISTERED -> new Answer(question.reference(), Outcome.NOT_REGISTERED, null);
            case MISMATCH -> new Answer(question.reference(), Outcome.MISMATCH, null);
            case TIME_OUT ->
                atOnce
                        ? new Answer(question.reference(), Outcome.LINKED, key(question.myNumber()))
                        : new Answer(question.reference(), Outcome.LATER, null);
        };
    }

    private static SimulatedOutcome outcome(Question question) {
        return SimulatedOutcome.of(question.myNumber());
    }

    private static void takeTime() {
        try {
            TimeUnit.SECONDS.sleep(SLOW_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IntermediateServerUnavailable("interrupted");
        }
    }

    static byte[] key(String number) {
        return key(number.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] key(byte[] number) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update("simulated PMH key".getBytes(StandardCharsets.UTF_8));
            return sha.digest(number);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

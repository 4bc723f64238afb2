package kaigo.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import kaigo.insured.IntermediateServer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** 模擬の中間サーバ: answers by the number itself (docs/fictitious-data.md); the key is a digest of the number. */
@Component
@Profile("demo")
final class SimulatedIntermediateServer implements IntermediateServer {

    @Override
    public List<Answer> ask(List<Question> questions) {
        return questions.stream().map(SimulatedIntermediateServer::answer).toList();
    }

    private static Answer answer(Question question) {
        return new Answer(question.reference(), Outcome.LINKED, key(question.myNumber()));
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

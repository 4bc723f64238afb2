package kaigo.insured;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.insured.IntermediateServer.Answer;
import kaigo.insured.IntermediateServer.Outcome;
import kaigo.insured.IntermediateServer.Question;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions and answers of the 中間サーバ as JSON (docs/intermediate-server.md). */
final class IntermediateJson {

    /** A question takes about 110 bytes; growing would leave a copy behind that nobody wipes. */
    private static final int BYTES_PER_QUESTION = 256;

    private static final JsonMapper JSON = new JsonMapper();

    /** Shares no buffers: one that was given back would keep the numbers of the last call. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    private IntermediateJson() {}

    /** The numbers go from bytes to bytes, never through a String. The caller wipes what it gets. */
    static byte[] write(List<Question> questions) {
        Wiped out = new Wiped(64 + questions.size() * BYTES_PER_QUESTION);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeName("questions");
            json.writeStartArray();
            questions.forEach(question -> write(json, question));
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.takeAndWipe();
    }

    private static void write(JsonGenerator json, Question question) {
        json.writeStartObject();
        json.writeStringProperty("reference", question.reference());
        json.writeName("myNumber");
        json.writeUTF8String(question.myNumber(), 0, question.myNumber().length);
        if (question.birthDate() != null) {
            json.writeStringProperty("birthDate", question.birthDate().toString());
        }
        json.writeStringProperty("sex", question.sex());
        json.writeEndObject();
    }

    /** One answer per question: what is missing, contradictory or unreadable is asked again later. */
    static List<Answer> read(byte[] body, List<Question> questions) {
        Map<String, Answer> byReference = new HashMap<>();
        Set<String> contradicted = new HashSet<>();
        for (JsonNode one : answers(body)) {
            Answer answer = answer(one);
            Answer before = byReference.putIfAbsent(answer.reference(), answer);
            if (before != null && !isSame(before, answer)) {
                contradicted.add(answer.reference());
            }
        }
        return questions.stream()
                .map(Question::reference)
                .map(reference -> contradicted.contains(reference)
                        ? later(reference)
                        : byReference.getOrDefault(reference, later(reference)))
                .toList();
    }

    private static JsonNode answers(byte[] body) {
        try {
            JsonNode answers = JSON.readTree(body).path("answers");
            if (answers.isArray()) {
                return answers;
            }
        } catch (JacksonException e) {
            // Its message shows the text that could not be read.
        }
        throw new IntermediateServerUnavailable("the answer is not the JSON of the contract");
    }

    private static Answer answer(JsonNode one) {
        String reference = one.path("reference").asString("");
        Outcome outcome = outcome(one.path("outcome").asString(""));
        byte[] key = key(one.path("pmhKey").asString(""));
        if (outcome == Outcome.LINKED) {
            return key == null ? later(reference) : new Answer(reference, outcome, key);
        }
        return new Answer(reference, outcome, null);
    }

    private static Outcome outcome(String name) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .orElse(Outcome.LATER);
    }

    private static byte @Nullable [] key(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64);
            return key.length == 0 ? null : key;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isSame(Answer one, Answer other) {
        return one.outcome() == other.outcome() && Arrays.equals(one.pmhKey(), other.pmhKey());
    }

    private static Answer later(String reference) {
        return new Answer(reference, Outcome.LATER, null);
    }

    private static final class Wiped extends ByteArrayOutputStream {
        Wiped(int size) {
            super(size);
        }

        byte[] takeAndWipe() {
            byte[] bytes = toByteArray();
            Arrays.fill(buf, (byte) 0);
            return bytes;
        }
    }
}

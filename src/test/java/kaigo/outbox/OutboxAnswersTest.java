package kaigo.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.intake.Loads;
import kaigo.outbox.rules.Answer;
import kaigo.outbox.rules.ReturnReason;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** 受領・受理・差戻し by the municipality's system. */
class OutboxAnswersTest {

    /** One pair alone may miss each other. */
    private static final int PAIRS = 30;

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Systems municipality = Systems.of(insurer);

    @Test
    void a_filing_is_received_and_then_returned_with_its_reason_once() throws IOException {
        put(1, "P04");
        assertThat(ack(1, "{\"answer\":\"RECEIVED\"}").statusCode())
                .as("not fetched yet")
                .isEqualTo(409);
        municipality.get(path("/1"));
        assertThat(state(ack(1, "{\"answer\":\"RECEIVED\"}"))).isEqualTo("RECEIVED");
        assertThat(state(ack(1, "{\"answer\":\"RECEIVED\"}"))).as("again").isEqualTo("RECEIVED");
        String back = "{\"answer\":\"RETURNED\",\"reason\":\"INCOMPLETE\",\"text\":\"提出日をご確認ください\"}";
        assertThat(state(ack(1, back))).isEqualTo("RETURNED");
        assertThat(state(ack(1, back))).as("again").isEqualTo("RETURNED");
        assertThat(ack(1, "{\"answer\":\"ACCEPTED\"}").statusCode()).isEqualTo(409);
        assertThat(answers()).containsExactly("1 RECEIVED", "2 RETURNED INCOMPLETE 提出日をご確認ください");
        assertThat(new JsonMapper()
                        .readTree(municipality.get(path("")).body())
                        .at("/items/0/state")
                        .asString())
                .isEqualTo("RETURNED");
    }

    @Test
    void what_is_only_told_is_received_and_no_more() throws IOException {
        put(1, "P05");
        municipality.get(path("/1"));
        assertThat(ack(1, "{\"answer\":\"ACCEPTED\"}").statusCode()).isEqualTo(409);
        assertThat(ack(1, "{\"answer\":\"RETURNED\",\"reason\":\"NOT_ASKED\"}").statusCode())
                .isEqualTo(409);
        assertThat(state(ack(1, "{\"answer\":\"RECEIVED\"}"))).isEqualTo("RECEIVED");
    }

    @Test
    void an_answer_that_says_too_little_or_too_much_is_none() throws IOException {
        put(1, "P04");
        municipality.get(path("/1"));
        for (String body : List.of(
                "{}",
                "{\"answer\":\"MAYBE\"}",
                "{\"answer\":\"RETURNED\"}",
                "{\"answer\":\"RETURNED\",\"reason\":\"OTHER\"}",
                "{\"answer\":\"RETURNED\",\"reason\":\"OTHER\",\"text\":\" \u3000 \"}",
                "{\"answer\":\"RETURNED\",\"reason\":\"NOT_ASKED\",\"text\":\"" + "長".repeat(201) + "\"}",
                "{\"answer\":\"RETURNED\",\"reason\":\"OTHER\",\"text\":\"123456789018\"}",
                "{\"answer\":\"ACCEPTED\",\"reason\":\"OTHER\",\"text\":\"x\"}")) {
            assertThat(ack(1, body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(answers()).isEmpty();
        assertThatThrownBy(() -> new OutboxAnswer(Answer.RECEIVED, ReturnReason.OTHER, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void another_insurers_item_is_not_there() throws IOException {
        put(1, "P04");
        municipality.get(path("/1"));
        assertThat(Systems.of(TestServer.insurerDaily())
                        .send("POST", path("/1/ack"), "application/json", "{\"answer\":\"RECEIVED\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(ack(2, "{\"answer\":\"RECEIVED\"}").statusCode()).isEqualTo(404);
        assertThat(answers()).isEmpty();
    }

    @Test
    void of_two_answers_at_once_one_holds() throws Exception {
        for (int number = 1; number <= PAIRS; number++) {
            int one = number;
            put(one, "P04");
            municipality.get(path("/" + one));
            Callable<Integer> accept =
                    () -> ack(one, "{\"answer\":\"ACCEPTED\"}").statusCode();
            Callable<Integer> giveBack = () -> ack(one, "{\"answer\":\"RETURNED\",\"reason\":\"NOT_ASKED\"}")
                    .statusCode();
            try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Integer> codes = Stream.of(both.submit(accept), both.submit(giveBack))
                        .map(OutboxAnswersTest::got)
                        .sorted()
                        .toList();
                assertThat(codes).containsExactly(200, 409);
            }
        }
        assertThat(answers()).hasSize(PAIRS);
    }

    @Test
    void an_answer_is_on_record_with_whom_it_is_about() throws IOException {
        put(1, "P04");
        municipality.get(path("/1"));
        ack(1, "{\"answer\":\"ACCEPTED\"}");
        assertThat(Loads.database()
                        .sql("""
                                select detail::jsonb ->> 'purpose' from audit.entry
                                where insurer_number = ? and event = 'INSURER_ACTED' and '9000000001' = any(subjects)""")
                        .param(insurer.value())
                        .query(String.class)
                        .list())
                .containsExactly("ANSWER_OUTBOX");
    }

    private static Integer got(java.util.concurrent.Future<Integer> one) {
        try {
            return one.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void put(int number, String interfaceId) {
        Loads.database().sql("""
                        insert into outbox.item (insurer_number, number, interface_id, insured_number, record, put_at)
                        values (?, ?, ?, '9000000001', '{}', timestamptz '2026-11-20 09:00+09')""").params(insurer.value(), number, interfaceId).update();
    }

    private HttpResponse<String> ack(int number, String body) throws IOException {
        return municipality.send("POST", path("/" + number + "/ack"), "application/json", body);
    }

    private static String state(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new JsonMapper().readTree(response.body()).get("state").asString();
    }

    private List<String> answers() {
        return Loads.database()
                .sql("""
                        select concat_ws(' ', revision, answer, reason, nullif(remark, '')) from outbox.answer
                        where insurer_number = ? order by number, revision""")
                .param(insurer.value())
                .query(String.class)
                .list();
    }

    private String path(String rest) {
        return "/v1/insurers/" + insurer.value() + "/outbox" + rest;
    }
}

package kaigo.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.net.ssl.SSLContext;
import kaigo.TestServer;
import kaigo.access.Gate;
import kaigo.audit.Followers;
import kaigo.intake.Loads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every entry reaches the collector, in order, whatever it answers and whenever a kill comes. Each test has a stream of its own. */
class ForwardingTest {

    private static final AtomicInteger STREAMS = new AtomicInteger(25_000);

    private final short stream = (short) STREAMS.incrementAndGet();
    private final PlatformTransactionManager transactions = TestServer.bean(PlatformTransactionManager.class);
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private final HttpServer collector;
    private final Forwarder forwarder;
    private int number;

    ForwardingTest() throws IOException, NoSuchAlgorithmException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/entries", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (status.get() / 100 == 2) {
                taken.addAll(body.lines().toList());
            }
            exchange.getResponseHeaders().set("Location", "/entries");
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        collector.start();
        URI address = URI.create("http://127.0.0.1:" + collector.getAddress().getPort() + "/entries");
        forwarder = new Forwarder(
                TestServer.bean(Gate.class),
                TestServer.bean(ForwardStore.class),
                transactions,
                new LogCollector(address, Duration.ofSeconds(20), SSLContext.getDefault()),
                List.of(stream));
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    @Test
    void an_entry_is_sent_whole_and_once() {
        add("FILE_LOOKED", "office:4400100014/cm");
        assertThat(forwarder.run()).isEqualTo(1);
        assertThat(forwarder.run()).isZero();
        JsonNode line = new JsonMapper().readTree(taken.getFirst());
        assertThat(line.get("stream").intValue()).isEqualTo(stream);
        assertThat(line.get("number").intValue()).isEqualTo(1);
        assertThat(line.get("at").stringValue()).isEqualTo("2026-11-01T00:00:00Z");
        assertThat(line.get("requestId").stringValue()).isEqualTo("r-1");
        assertThat(line.get("event").stringValue()).isEqualTo("FILE_LOOKED");
        assertThat(line.get("actor").stringValue()).isEqualTo("office:4400100014/cm");
        assertThat(line.get("insurerNumber").stringValue()).isEqualTo("442012");
        assertThat(line.get("subjects").get(0).stringValue()).isEqualTo("0000000001");
        assertThat(line.get("detail").stringValue()).isEqualTo("{\"b\": 1}");
        assertThat(line.get("hash").stringValue()).isEqualTo("ab".repeat(32));
        assertThat(taken).hasSize(1);
    }

    @Test
    void more_than_one_sending_holds_go_in_their_order() {
        Loads.database().sql("""
                        insert into audit.entry (stream, number, at, request_id, event, actor, subjects, detail, hash)
                        select ?, n, '2026-11-01 09:00+09', 'r', 'SIGNED_IN', 'operator:x', '{}', '{}',
                            decode(repeat('ab', 32), 'hex')
                        from generate_series(1, 2500) n""").param(stream).update();
        assertThat(forwarder.run()).isEqualTo(2500);
        assertThat(numbers())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2500).boxed().toList());
    }

    @Test
    void what_the_collector_did_not_take_is_sent_again() {
        add("FILE_LOOKED", "office:4400100014/cm");
        for (int refused : List.of(500, 302, 404)) {
            status.set(refused);
            assertThat(forwarder.run()).as("status %d", refused).isZero();
        }
        status.set(204);
        add("FILE_LOOKED", "office:4400100014/cm");
        forwarder.run();
        assertThat(numbers()).containsExactly(1L, 2L);
    }

    @Test
    void without_a_collector_nothing_is_lost() {
        add("FILE_LOOKED", "office:4400100014/cm");
        collector.stop(0);
        assertThat(forwarder.run()).isZero();
        assertThat(mark()).isZero();
    }

    @Test
    void a_kill_after_the_sending_sends_twice_and_never_too_few() {
        add("FILE_LOOKED", "office:4400100014/cm");
        new TransactionTemplate(transactions).executeWithoutResult(killed -> {
            forwarder.run();
            killed.setRollbackOnly();
        });
        forwarder.run();
        assertThat(numbers()).containsExactly(1L, 1L);
    }

    /** Else each job's entry would be the other's work, for ever. */
    @Test
    void what_the_jobs_leave_that_follow_the_stream_is_sent_and_makes_no_new_entry() {
        Followers.ACTORS.forEach(actor -> add("JOB_RAN", actor));
        assertThat(forwarder.run()).isZero();
        assertThat(numbers()).containsExactly(1L, 2L);
    }

    private void add(String event, String actor) {
        number++;
        Loads.database()
                .sql("""
                        insert into audit.entry
                            (stream, number, at, request_id, event, actor, insurer_number, subjects, detail, hash)
                        values (?, ?, '2026-11-01 09:00+09', ?, ?, ?, '442012', '{0000000001}', '{"b": 1}',
                            decode(repeat('ab', 32), 'hex'))""")
                .params(stream, number, "r-" + number, event, actor)
                .update();
    }

    private List<Long> numbers() {
        JsonMapper json = new JsonMapper();
        return taken.stream()
                .map(line -> json.readTree(line).get("number").longValue())
                .toList();
    }

    private long mark() {
        return Loads.database()
                .sql("select coalesce(max(number), 0) from forwarding.mark where stream = ?")
                .param(stream)
                .query(Long.class)
                .single();
    }
}

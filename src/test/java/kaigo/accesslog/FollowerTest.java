package kaigo.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.access.Gate;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.intake.Receipt;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose logs an entry stands in, and that a kill loses none and doubles none. Each test follows a stream of its own. */
class FollowerTest {

    private static final AtomicInteger STREAMS = new AtomicInteger(20_000);
    private static final Predicate<Duration> AT_ONCE = rest -> true;

    private final short stream = (short) STREAMS.incrementAndGet();
    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final PlatformTransactionManager transactions = TestServer.bean(PlatformTransactionManager.class);
    private final Follower follower = new Follower(
            TestServer.bean(Gate.class), TestServer.bean(FollowStore.class), transactions, List.of(stream));
    private int number;

    @BeforeEach
    void a_stream_of_its_own() {
        Loads.database()
                .sql("insert into accesslog.mark (stream, number) values (?, 0)")
                .param(stream)
                .update();
    }

    @Test
    void an_entry_stands_in_the_logs_of_those_whom_it_concerns() {
        add("INSURER_LOOKED", "staff:%s/tanaka", "{0000000001,0000000002}", "{\"purpose\":\"READ_RESULTS\"}");
        add("FILE_LOOKED", "office:4400100014/cm", "{0000000001}", "{\"kinds\":{\"CARD\":\"VERIFIED\"}}");
        add("FILE_LOOKED", "clinic:4410100011/dr", "{}", "{\"tried\":\"0000000003\"}");
        addWithoutInsurer(
                "LIST_LOOKED", "office:4400100014/cm", "{\"persons\":[\"%s/0000000001\",\"452011/0000000009\"]}");
        addWithoutInsurer("SIGNED_IN", "insured:%s/0000000001", "{\"reason\":\"openid\"}");
        addWithoutInsurer("OPERATOR_ACTED", "operator", "{\"institution\":\"office:4400100014\",\"login\":\"cm\"}");
        addWithoutInsurer("LOG_LOOKED", "office:4400100014/boss", "{\"persons\":[\"%s/0000000001\"]}");
        addWithoutInsurer("JOB_RAN", "job:load", "{\"count\":3}");

        assertThat(follower.run(AT_ONCE)).isEqualTo(8);

        assertThat(persons())
                .containsExactly(
                        "1 0000000001 false",
                        "1 0000000002 false",
                        "2 0000000001 false",
                        "3 0000000003 true",
                        "4 0000000001 false",
                        "5 0000000001 false",
                        "7 0000000001 false");
        assertThat(rows("select number::text from accesslog.of_insurer where stream = ? and insurer_number = '"
                        + insurer.value() + "' order by number"))
                .as("not what one of the insured did, nor whose log an office read")
                .containsExactly("1", "2", "3", "4");
        assertThat(rows(
                        "select number || ' ' || kind || ' ' || institution || ' ' || login from accesslog.of_institution"
                                + " where stream = ? order by number"))
                .containsExactly(
                        "2 2 4400100014 cm",
                        "3 1 4410100011 dr",
                        "4 2 4400100014 cm",
                        "6 2 4400100014 cm",
                        "7 2 4400100014 boss");
        assertThat(rows("select first_number || '-' || last_number from accesslog.of_day where stream = ?"))
                .containsExactly("1-8");
    }

    @Test
    void whoever_stands_in_a_list_that_an_entry_points_to_is_found() {
        M01File file = new M01File(insurer, "D")
                .add("1", "9000000001", "123456789018", "架空　太郎")
                .add("2", "9000000002", "", "架空　花子");
        Receipt receipt = Loads.load(insurer, file);
        Browser browser = Browser.of(insurer);
        String result = detail(browser.get("/files/" + receipt + "/result.csv"));
        String day = detail(browser.get("/day.csv"));
        Loads.database()
                .sql("insert into intake.difference values (?, 20261120000077, 1, 'M01', 2, '9000000003', '', '')")
                .param(insurer.value())
                .update();

        add("INSURER_LOOKED", "staff:%s/tanaka", "{}", result);
        add("INSURER_LOOKED", "staff:%s/tanaka", "{}", day);
        add(
                "INSURER_LOOKED",
                "staff:%s/tanaka",
                "{}",
                "{\"list\":\"reconciliation %s-20261120-000077\",\"persons\":1}");
        follower.run(AT_ONCE);

        assertThat(persons())
                .containsExactly(
                        "1 9000000001 false", "1 9000000002 false", "2 9000000002 false", "3 9000000003 false");
    }

    @Test
    void a_kill_before_the_commit_loses_nothing_and_doubles_nothing() {
        add("FILE_LOOKED", "office:4400100014/cm", "{0000000001}", "{}");
        new TransactionTemplate(transactions).executeWithoutResult(killed -> {
            follower.run(AT_ONCE);
            assertThat(persons()).hasSize(1);
            killed.setRollbackOnly();
        });
        assertThat(persons()).isEmpty();
        assertThat(mark()).isZero();

        follower.run(AT_ONCE);
        follower.run(AT_ONCE);
        assertThat(persons()).containsExactly("1 0000000001 false");
        assertThat(mark()).isEqualTo(1);
    }

    @Test
    void many_followers_at_once_write_each_row_once() throws Exception {
        addMany(200);
        List<Callable<Long>> runs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            runs.add(() -> follower.run(AT_ONCE));
        }
        long counted = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (Future<Long> run : pool.invokeAll(runs)) {
                counted += run.get();
            }
        }
        assertThat(counted).isEqualTo(200);
        assertThat(persons()).hasSize(200);
    }

    @Test
    void many_are_followed_in_small_steps_spread_over_the_time_until_the_next_look() {
        addMany(250);
        List<Long> marks = new ArrayList<>();
        List<Duration> rests = new ArrayList<>();

        assertThat(follower.run(rest -> marks.add(mark()) && rests.add(rest))).isEqualTo(250);

        assertThat(marks).containsExactly(100L, 200L);
        assertThat(rests).containsOnly(Follower.LOOK.dividedBy(3));
        assertThat(mark()).isEqualTo(250);
    }

    @Test
    void who_is_told_to_stop_ends_with_the_step_in_hand_and_the_next_run_goes_on() {
        addMany(250);
        assertThat(follower.run(rest -> false)).isEqualTo(100);
        assertThat(mark()).isEqualTo(100);
        assertThat(follower.run(AT_ONCE)).isEqualTo(150);
        assertThat(persons()).hasSize(250);
    }

    @Test
    void a_large_backlog_is_followed_in_larger_steps() {
        addMany(20_000);
        AtomicInteger rests = new AtomicInteger();
        assertThat(follower.run(rest -> rests.incrementAndGet() > 0)).isEqualTo(20_000);
        assertThat(rests).hasValue(99);
    }

    @Test
    void the_mark_stops_before_a_number_that_is_not_there() {
        add("FILE_LOOKED", "office:4400100014/cm", "{0000000001}", "{}");
        number++;
        add("FILE_LOOKED", "office:4400100014/cm", "{0000000003}", "{}");
        follower.run(AT_ONCE);
        assertThat(mark()).isEqualTo(1);

        number = 1;
        add("FILE_LOOKED", "office:4400100014/cm", "{0000000002}", "{}");
        follower.run(AT_ONCE);
        assertThat(mark()).isEqualTo(3);
        assertThat(persons()).hasSize(3);
    }

    @Test
    void the_entry_of_the_run_before_makes_no_run() {
        addWithoutInsurer("JOB_RAN", "job:access-log", "{\"count\":9}");
        assertThat(follower.run(AT_ONCE)).as("so it leaves no entry of its own").isZero();
        assertThat(mark()).isEqualTo(1);
    }

    private String detail(HttpResponse<String> answer) {
        return Loads.database()
                .sql("select detail from audit.entry where request_id = ?")
                .param(answer.headers().firstValue("X-Request-Id").orElseThrow())
                .query(String.class)
                .single();
    }

    private void addMany(int count) {
        Loads.database().sql("""
                insert into audit.entry
                    (stream, number, at, request_id, event, actor, insurer_number, subjects, detail, hash)
                select ?, n, timestamptz '2026-11-20 12:00+09' + n * interval '1 second', 'request', 'FILE_LOOKED',
                    'office:4400100014/cm', ?, '{0000000001}', '{}', decode(repeat('00', 32), 'hex')
                from generate_series(1, ?) as n""").params(stream, insurer.value(), count).update();
    }

    private void addWithoutInsurer(String event, String actor, String detail) {
        insert(event, actor, null, "{}", detail);
    }

    /** %s stands for the insurer's number. */
    private void add(String event, String actor, String subjects, String detail) {
        insert(event, actor, insurer.value(), subjects, detail);
    }

    private void insert(String event, String actor, @Nullable String of, String subjects, String detail) {
        Loads.database()
                .sql("""
                insert into audit.entry
                    (stream, number, at, request_id, event, actor, insurer_number, subjects, detail, hash)
                values (?, ?, timestamptz '2026-11-20 12:00+09' + ? * interval '1 second', 'request', ?, ?, ?, ?::text[], ?, decode(repeat('00', 32), 'hex'))""")
                .params(java.util.Arrays.asList(
                        stream,
                        ++number,
                        number,
                        event,
                        actor.replace("%s", insurer.value()),
                        of,
                        subjects,
                        detail.replace("%s", insurer.value())))
                .update();
    }

    private List<String> persons() {
        return rows("select number || ' ' || insured_number || ' ' || tried from accesslog.of_person where stream = ?"
                + " and insurer_number = '" + insurer.value() + "' order by number, insured_number");
    }

    private long mark() {
        return Loads.database()
                .sql("select number from accesslog.mark where stream = ?")
                .param(stream)
                .query(Long.class)
                .single();
    }

    private List<String> rows(String sql) {
        return Loads.database().sql(sql).param(stream).query(String.class).list();
    }
}

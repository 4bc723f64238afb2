package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kaigo.Await;
import kaigo.TestServer;
import kaigo.jobs.Workers;
import kaigo.shared.FederationViewer;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What tests of the load path do again and again: send, wait, look into the tables. */
public final class Loads {

    /** Made-up マイナンバー with right check digits, and a 被保険者番号. */
    static final String NUMBER = "123456789018";

    static final String OTHER_NUMBER = "987654321093";
    static final String PERSON = "9000000001";

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private Loads() {}

    /** One figure; the only parameter of the statement is the insurer. */
    public static int number(InsurerNumber insurer, String sql) {
        return database().sql(sql).param(insurer.value()).query(Integer.class).single();
    }

    /** 登録結果 of what a test has loaded to begin with are not its matter: its 送付箱 begins with number 1 again. */
    public static void forgetResults(InsurerNumber insurer) {
        JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(
                TestServer.database().url(),
                TestServer.database().owner().name(),
                TestServer.database().owner().password()));
        owner.sql("delete from outbox.item where insurer_number = ? and interface_id = 'P01'")
                .param(insurer.value())
                .update();
        owner.sql("delete from outbox.last_number where insurer_number = ?")
                .param(insurer.value())
                .update();
    }

    public static JdbcClient database() {
        return TestServer.bean(JdbcClient.class);
    }

    /** The PDF that sample records name. */
    static void sampleDocument(InsurerNumber insurer) {
        database().sql("""
                insert into documents.document (insurer_number, sha256, pages, bytes, received_at, received_by)
                values (?, decode(lpad('1', 64, '0'), 'hex'), 1, 1, timestamptz '2026-11-20 06:00+09', 'test')""").param(insurer.value()).update();
    }

    public static Answer offer(InsurerNumber insurer, byte[] bytes, @Nullable String name) {
        return offer(sender(insurer, bytes), bytes, name);
    }

    /** Who sends such a file: claims come from the 国保連合会, everything else from the municipality. */
    private static InsurerViewer sender(InsurerNumber insurer, byte[] bytes) {
        String control = new String(bytes, 0, Math.min(100, bytes.length), StandardCharsets.UTF_8);
        return control.contains("K01")
                ? FederationViewer.of(insurer, "test", "request").on(insurer)
                : InsurerViewer.staff(insurer, "test", "request");
    }

    public static Answer offer(InsurerViewer sender, byte[] bytes, @Nullable String name) {
        return TestServer.bean(Reception.class)
                .receive(sender, new Incoming(new ByteArrayInputStream(bytes), name, 100_000_000));
    }

    public static Receipt send(InsurerNumber insurer, M01File file) {
        return accepted(offer(insurer, file.bytes(), null));
    }

    static Receipt send(InsurerNumber insurer, M01File file, int sequence) {
        return accepted(offer(insurer, file.bytes(), file.name(sequence)));
    }

    public static Receipt accepted(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        return ((Answer.Accepted) answer).receipt();
    }

    /** Sends and waits until every record has its final result. */
    public static Receipt load(InsurerNumber insurer, M01File file) {
        Receipt receipt = send(insurer, file);
        awaitFinal(receipt);
        return receipt;
    }

    public static void awaitFinal(Receipt receipt) {
        awaitStatus(receipt, "finished_at is not null");
    }

    /** @param condition over {@code intake.file}, in SQL */
    public static void awaitStatus(Receipt receipt, String condition) {
        Await.until(
                () -> database()
                        .sql("select " + condition + " from intake.file where insurer_number = ? and receipt = ?")
                        .params(receipt.insurer().value(), receipt.number())
                        .query(Boolean.class)
                        .single(),
                DEADLINE);
    }

    public static int fileStatus(Receipt receipt) {
        return database()
                .sql("select status from intake.file where insurer_number = ? and receipt = ?")
                .params(receipt.insurer().value(), receipt.number())
                .query(Integer.class)
                .single();
    }

    /** Status and error ids of one record: {@code 39 E2101}. */
    static String result(Receipt receipt, int line) {
        return results(receipt).get(line - 2);
    }

    public static List<String> results(Receipt receipt) {
        return database()
                .sql("""
                        select status || coalesce((select ' ' || string_agg(f ->> 0, ' ' order by n)
                            from jsonb_array_elements(findings::jsonb) with ordinality as e(f, n)), '')
                        from intake.result where insurer_number = ? and receipt = ? order by line""")
                .params(receipt.insurer().value(), receipt.number())
                .query(String.class)
                .list();
    }

    /** {@code name revision deleted?}, or {@code -} if the register has no such person. */
    static String person(InsurerNumber insurer, String insuredNumber) {
        return database()
                .sql("""
                        select name || ' ' || revision || case when deleted_at is null then '' else ' deleted' end
                        from insured.person where insurer_number = ? and insured_number = ?""")
                .params(insurer.value(), insuredNumber)
                .query(String.class)
                .optional()
                .orElse("-");
    }

    static int histories(InsurerNumber insurer, String insuredNumber) {
        return database()
                .sql("select count(*) from insured.person_history where insurer_number = ? and insured_number = ?")
                .params(insurer.value(), insuredNumber)
                .query(Integer.class)
                .single();
    }

    /** PMHキー連携状態, or {@code -} if there is no link. */
    static String link(InsurerNumber insurer, String insuredNumber) {
        return database()
                .sql("select state::text from insured.link where insurer_number = ? and insured_number = ?")
                .params(insurer.value(), insuredNumber)
                .query(String.class)
                .optional()
                .orElse("-");
    }

    /** Where the row lies and who wrote it: changes with every version of the row, even an equal one. */
    static String version(String table, InsurerNumber insurer, String insuredNumber) {
        return database()
                .sql("select xmin::text || ' ' || ctid::text from " + table
                        + " where insurer_number = ? and insured_number = ?")
                .params(insurer.value(), insuredNumber)
                .query(String.class)
                .single();
    }

    static List<Map<String, Object>> persons(InsurerNumber insurer) {
        return database().sql("""
                        select insured_number, name, revision, deleted_at is not null as deleted, source_updated_at
                        from insured.person where insurer_number = ? order by insured_number""").params(insurer.value()).query().listOfRows();
    }

    /** Keys are not asked for while the body runs; afterwards they are again. */
    static void withoutLinking(Runnable body) {
        without("linkWorkers", body);
    }

    /** Files are received, but not loaded, while the body runs. */
    public static void withoutLoading(Runnable body) {
        without("loadWorkers", body);
    }

    /** What waits for its M01 goes on waiting while the body runs. */
    static void withoutWaiting(Runnable body) {
        without("waitWorkers", body);
    }

    /** 突合 is asked for, but not done, while the body runs. */
    public static void withoutComparing(Runnable body) {
        without("reconcileWorkers", body);
    }

    private static void without(String workers, Runnable body) {
        Workers bean = TestServer.bean(workers, Workers.class);
        bean.stop();
        try {
            body.run();
        } finally {
            bean.start();
            bean.wake();
        }
    }
}

package kaigo.intake;

import static kaigo.intake.Loads.NUMBER;
import static kaigo.intake.Loads.OTHER_NUMBER;
import static kaigo.intake.Loads.PERSON;
import static kaigo.intake.Loads.awaitFinal;
import static kaigo.intake.Loads.awaitStatus;
import static kaigo.intake.Loads.database;
import static kaigo.intake.Loads.fileStatus;
import static kaigo.intake.Loads.link;
import static kaigo.intake.Loads.load;
import static kaigo.intake.Loads.offer;
import static kaigo.intake.Loads.person;
import static kaigo.intake.Loads.persons;
import static kaigo.intake.Loads.result;
import static kaigo.intake.Loads.results;
import static kaigo.intake.Loads.send;
import static kaigo.intake.Loads.withoutLinking;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import kaigo.Await;
import kaigo.TestDatabase;
import kaigo.TestServer;
import kaigo.access.Gate;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Order of files, runs, chunks, and what a later record does to an open request for the key. */
class RunTest {

    @Test
    void a_file_of_an_older_run_is_refused_at_the_reception() {
        InsurerNumber insurer = TestServer.insurerDaily();
        load(insurer, daily(insurer, "20261120", "20261120050000").add("1", PERSON, NUMBER, "甲"));

        Answer answer = offer(
                insurer,
                daily(insurer, "20261119", "20261119050000")
                        .add("2", PERSON, NUMBER, "乙")
                        .bytes(),
                null);

        assertThat(((Answer.Refused) answer).id()).isEqualTo("E1011");
        assertThat(person(insurer, PERSON)).isEqualTo("甲 1");
    }

    @Test
    void a_file_that_an_other_run_overtakes_after_its_reception_is_refused_then() {
        InsurerNumber insurer = TestServer.insurerDaily();
        Receipt[] sent = new Receipt[2];
        Loads.withoutLoading(() -> {
            sent[0] = send(insurer, daily(insurer, "20261120", "20261120050000").add("1", PERSON, NUMBER, "甲"));
            // A file that was begun comes first in its lane.
            database()
                    .sql("update intake.file set status = 20 where insurer_number = ? and receipt = ?")
                    .params(insurer.value(), sent[0].number())
                    .update();
            sent[1] = send(insurer, daily(insurer, "20261119", "20261119050000").add("1", PERSON, NUMBER, "乙"));
        });
        awaitFinal(sent[0]);
        awaitFinal(sent[1]);

        assertThat(stored(sent[1]).progress().refused()).isEqualTo("E1011");
        assertThat(person(insurer, PERSON)).isEqualTo("甲 1");
        Path bytes =
                TestServer.dataFolder().resolve("received/" + stored(sent[1]).sealedId() + ".sealed");
        Await.until(() -> !Files.exists(bytes), Duration.ofSeconds(30));
    }

    @Test
    void a_file_of_the_same_run_with_a_smaller_number_is_applied_when_it_comes_later() {
        InsurerNumber insurer = TestServer.insurerDaily();
        awaitFinal(send(insurer, daily(insurer, "20261120", "20261120050002").add("1", PERSON, NUMBER, "甲"), 2));

        Receipt first =
                send(insurer, daily(insurer, "20261120", "20261120050001").add("1", "9000000002", "", "乙"), 1);
        awaitFinal(first);

        assertThat(fileStatus(first)).isEqualTo(39);
        assertThat(person(insurer, "9000000002")).isEqualTo("乙 1");
    }

    @Test
    void a_late_resend_applies_only_keys_that_no_later_file_has_named() {
        InsurerNumber insurer = TestServer.insurerDaily();
        load(
                insurer,
                daily(insurer, "20261118", "20261118050000")
                        .add("1", PERSON, NUMBER, "甲", "20261117120000")
                        .add("1", "9000000002", "", "乙", "20261117120000"));
        load(insurer, daily(insurer, "20261120", "20261120050000").add("2", PERSON, NUMBER, "甲二"));

        Receipt resent = load(
                insurer,
                new M01File(insurer, "R")
                        .targetDate("20261119")
                        .createdAt("20261119050000")
                        .add("2", PERSON, OTHER_NUMBER, "甲三", "20261119130000")
                        .add("2", "9000000002", OTHER_NUMBER, "乙三", "20261119130000"));

        assertThat(results(resent)).containsExactly("31 W2203", "30");
        assertThat(person(insurer, PERSON)).isEqualTo("甲二 2");
        assertThat(person(insurer, "9000000002")).isEqualTo("乙三 2");
    }

    @Test
    void an_initial_set_up_takes_updates_only_in_a_repair_run() {
        InsurerNumber insurer = TestServer.insurerLoading();

        Receipt first = load(
                insurer,
                new M01File(insurer, "I")
                        .createdAt("20261120010000")
                        .add("1", PERSON, NUMBER, "甲")
                        .add("2", "9000000002", NUMBER, "乙")
                        .add("3", "9000000003", NUMBER, "丙"));
        Receipt repair = load(
                insurer,
                new M01File(insurer, "I")
                        .createdAt("20261120020000")
                        .add("2", PERSON, NUMBER, "甲二", "20261119180000")
                        .add("3", "9000000003", NUMBER, "丙"));

        assertThat(results(first)).containsExactly("30", "39 E2104", "39 E2104");
        assertThat(results(repair)).containsExactly("30", "39 E2104");
        assertThat(person(insurer, PERSON)).isEqualTo("甲二 2");
    }

    @Test
    void the_parts_of_one_export_are_not_repairs_of_each_other() {
        InsurerNumber insurer = TestServer.insurerLoading();
        load(insurer, new M01File(insurer, "I").add("1", PERSON, NUMBER, "甲"));

        Receipt second = load(insurer, new M01File(insurer, "I").add("2", PERSON, NUMBER, "甲二", "20261119180000"));

        assertThat(results(second)).containsExactly("39 E2104");
    }

    @Test
    void a_file_taken_up_again_is_not_a_repair_of_itself() {
        InsurerNumber insurer = TestServer.insurerLoading();
        Receipt whole = load(insurer, new M01File(insurer, "I").add("1", PERSON, NUMBER, "甲"));
        Runs runs = TestServer.bean(Runs.class);

        TestServer.bean(Gate.class)
                .job(
                        "test",
                        "test",
                        permit ->
                                assertThat(runs.hasBegun(permit, stored(whole))).isFalse());
    }

    private static ReceivedFile stored(Receipt receipt) {
        return TestServer.bean(Results.class)
                .findFile(InsurerViewer.staff(receipt.insurer(), "test", "request"), new FileAddress(receipt))
                .orElseThrow();
    }

    @Test
    void a_later_record_takes_over_an_open_request_for_the_key() {
        InsurerNumber insurer = TestServer.insurerDaily();
        Receipt[] sent = new Receipt[2];
        withoutLinking(() -> {
            sent[0] = send(
                    insurer,
                    daily(insurer, "20261120", "20261120050000")
                            .add("1", PERSON, NUMBER, "𠮷野")
                            .add("1", "9000000002", OTHER_NUMBER, "乙"));
            awaitStatus(sent[0], "status = 25");
            sent[1] = send(
                    insurer,
                    daily(insurer, "20261120", "20261120060000")
                            .add("2", PERSON, NUMBER, "吉野", "20261119180000")
                            .add("3", "9000000002", "", "乙"));
            awaitStatus(sent[1], "status = 25");
            assertThat(results(sent[0])).containsExactly("31 W3004 W5006", "31 W5006");
            assertThat(link(insurer, PERSON)).isEqualTo("1");
            assertThat(link(insurer, "9000000002")).isEqualTo("-");
        });
        awaitFinal(sent[0]);
        awaitFinal(sent[1]);

        assertThat(fileStatus(sent[0])).isEqualTo(31);
        assertThat(results(sent[1])).containsExactly("30", "30");
        assertThat(link(insurer, PERSON)).isEqualTo("2");
    }

    @Test
    void a_file_that_was_begun_is_finished_before_any_other_of_its_lane() {
        InsurerNumber insurer = TestServer.insurerDaily();
        FileStore files = TestServer.bean(FileStore.class);
        Loads.withoutLoading(() -> {
            Receipt second =
                    send(insurer, daily(insurer, "20261120", "20261120050002").add("1", PERSON, "", "甲"), 2);
            database()
                    .sql("update intake.file set status = 20, lease_until = received_at + interval '1 day'"
                            + " where insurer_number = ? and receipt = ?")
                    .params(insurer.value(), second.number())
                    .update();
            send(insurer, daily(insurer, "20261120", "20261120050001").add("1", "9000000002", "", "乙"), 1);

            boolean[] found = {false};
            new TransactionTemplate(TestServer.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
                TestServer.bean(Gate.class).job("test", "test", permit -> {
                    found[0] = files.claim(permit)
                            .filter(file -> file.receipt().insurer().equals(insurer))
                            .isPresent();
                });
                status.setRollbackOnly();
            });
            assertThat(found[0]).isFalse();
            database()
                    .sql("update intake.file set status = 10, lease_until = null where insurer_number = ?")
                    .param(insurer.value())
                    .update();
        });
    }

    @Test
    void one_record_that_the_database_refuses_stops_no_other() throws SQLException {
        InsurerNumber insurer = TestServer.insurerDaily();
        asOwner("alter table insured.person add constraint test_refuses check (name <> '拒否') not valid");
        Receipt receipt;
        try {
            receipt = load(
                    insurer,
                    daily(insurer, "20261120", "20261120050000")
                            .add("1", "9000000001", "", "甲")
                            .add("1", "9000000002", NUMBER, "拒否")
                            .add("2", "9000000003", NUMBER, "丙")
                            .add("1", "9000000004", OTHER_NUMBER, "丁"));
        } finally {
            asOwner("alter table insured.person drop constraint test_refuses");
        }

        assertThat(results(receipt)).containsExactly("39 E5002", "39 E9001", "39 E2102", "30");
        assertThat(person(insurer, "9000000001")).isEqualTo("甲 1");
        assertThat(link(insurer, "9000000001")).isEqualTo("4");
        assertThat(persons(insurer)).hasSize(2);
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection connection = TestDatabase.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_pair_of_delete_and_new_may_straddle_two_chunks() {
        InsurerNumber insurer = TestServer.insurerDaily();
        load(insurer, daily(insurer, "20261120", "20261120010000").add("1", PERSON, NUMBER, "甲"));
        M01File file = daily(insurer, "20261120", "20261120020000");
        for (int i = 0; i < Loader.CHUNK - 1; i++) {
            file.add("1", "%010d".formatted(i), "", "乙");
        }
        file.add("3", PERSON, "", "甲").add("1", PERSON, NUMBER, "甲二");

        Receipt receipt = load(insurer, file);

        assertThat(result(receipt, Loader.CHUNK + 1)).isEqualTo("30");
        assertThat(result(receipt, Loader.CHUNK + 2)).isEqualTo("30");
        assertThat(results(receipt)).hasSize(Loader.CHUNK + 1);
        assertThat(person(insurer, PERSON)).isEqualTo("甲二 3");
        assertThat(link(insurer, PERSON)).isEqualTo("2");
    }

    private static M01File daily(InsurerNumber insurer, String targetDate, String createdAt) {
        return new M01File(insurer, "D").targetDate(targetDate).createdAt(createdAt);
    }
}

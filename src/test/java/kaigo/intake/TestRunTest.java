package kaigo.intake;

import static kaigo.intake.Loads.NUMBER;
import static kaigo.intake.Loads.OTHER_NUMBER;
import static kaigo.intake.Loads.PERSON;
import static kaigo.intake.Loads.link;
import static kaigo.intake.Loads.load;
import static kaigo.intake.Loads.person;
import static kaigo.intake.Loads.persons;
import static kaigo.intake.Loads.results;
import static org.assertj.core.api.Assertions.assertThat;

import kaigo.TestServer;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** 処理区分 T: everything is answered, nothing is changed. */
class TestRunTest {

    @Test
    void a_test_run_answers_but_changes_nothing() {
        InsurerNumber insurer = TestServer.insurerDaily();
        load(insurer, daily(insurer, "20261120", "20261120050000").add("1", PERSON, NUMBER, "甲"));

        Receipt test = load(
                insurer,
                new M01File(insurer, "T")
                        .createdAt("20261120060000")
                        .add("2", PERSON, OTHER_NUMBER, "乙", "20261119180000")
                        .add("1", "9000000002", NUMBER, "丙")
                        .add("2", "9000000003", NUMBER, "丁"));

        assertThat(results(test)).containsExactly("30", "30", "39 E2102");
        assertThat(persons(insurer)).hasSize(1);
        assertThat(person(insurer, PERSON)).isEqualTo("甲 1");
        assertThat(link(insurer, PERSON)).isEqualTo("2");
        assertThat(link(insurer, "9000000002")).isEqualTo("-");
    }

    @Test
    void a_test_run_knows_what_it_has_deleted_itself() {
        InsurerNumber insurer = TestServer.insurerDaily();
        load(insurer, daily(insurer, "20261120", "20261120050000").add("1", PERSON, NUMBER, "甲"));
        M01File corrected = new M01File(insurer, "T")
                .createdAt("20261120060000")
                .add("3", PERSON, NUMBER, "甲")
                .add("1", PERSON, OTHER_NUMBER, "甲二");

        assertThat(results(load(insurer, corrected))).containsExactly("30", "30");
        assertThat(person(insurer, PERSON)).isEqualTo("甲 1");
    }

    @Test
    void a_test_run_makes_no_other_file_late() {
        InsurerNumber insurer = TestServer.insurerDaily();
        load(insurer, new M01File(insurer, "T").createdAt("20261120060000").add("1", PERSON, NUMBER, "甲"));

        load(insurer, daily(insurer, "20261120", "20261120050000").add("1", PERSON, NUMBER, "甲"));

        assertThat(person(insurer, PERSON)).isEqualTo("甲 1");
    }

    private static M01File daily(InsurerNumber insurer, String targetDate, String createdAt) {
        return new M01File(insurer, "D").targetDate(targetDate).createdAt(createdAt);
    }
}

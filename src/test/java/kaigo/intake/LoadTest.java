package kaigo.intake;

import static kaigo.intake.Loads.fileStatus;
import static kaigo.intake.Loads.histories;
import static kaigo.intake.Loads.link;
import static kaigo.intake.Loads.load;
import static kaigo.intake.Loads.person;
import static kaigo.intake.Loads.result;
import static kaigo.intake.Loads.results;
import static kaigo.intake.Loads.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kaigo.TestServer;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 更新区分 × what is stored (interface.md 9.5), against the real database. */
class LoadTest {

    private static final String NUMBER = "123456789018";
    private static final String OTHER_NUMBER = "987654321093";
    private static final String PERSON = "9000000001";
    private static final String NEWER = "20261119180000";
    private static final String OLDER = "20261118120000";

    @Test
    void a_new_person_is_registered_and_linked() {
        InsurerNumber insurer = TestServer.insurerLoading();

        Receipt receipt = load(insurer, new M01File(insurer, "I").add("1", PERSON, NUMBER, "架空　太郎"));

        assertThat(result(receipt, 2)).isEqualTo("30");
        assertThat(link(insurer, PERSON)).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({
        // stored, 更新区分 name when, result, person after, histories and link after
        "ABSENT, 1 甲 NEWER, 30, 甲 1, 0 2",
        "PRESENT, 1 甲 NEWER, 31 W2201, 甲 1, 0 2",
        "PRESENT, 1 乙 NEWER, 39 E2101, 甲 1, 0 2",
        "PRESENT, 1 乙 OLDER, 39 E2101, 甲 1, 0 2",
        "DELETED, 1 甲 NEWER, 30, 甲 3, 2 2",
        "DELETED, 1 乙 OLDER, 30, 乙 3, 2 2",
        "ABSENT, 2 甲 NEWER, 39 E2102, -, 0 -",
        "PRESENT, 2 甲 NEWER, 30, 甲 1, 0 2",
        "PRESENT, 2 甲 OLDER, 30, 甲 1, 0 2",
        "PRESENT, 2 乙 NEWER, 30, 乙 2, 1 2",
        "PRESENT, 2 乙 SAME, 30, 乙 2, 1 2",
        "PRESENT, 2 乙 OLDER, 31 W2203, 甲 1, 0 2",
        "DELETED, 2 甲 NEWER, 39 E2103, 甲 2 deleted, 1 -",
        "ABSENT, 3 甲 NEWER, 39 E2102, -, 0 -",
        "PRESENT, 3 甲 NEWER, 30, 甲 2 deleted, 1 -",
        "PRESENT, 3 乙 NEWER, 30, 甲 2 deleted, 1 -",
        "DELETED, 3 甲 NEWER, 31 W2202, 甲 2 deleted, 1 -",
    })
    void every_cell_of_the_state_table(String stored, String arrival, String result, String person, String rest) {
        InsurerNumber insurer = TestServer.insurerDaily();
        if (!stored.equals("ABSENT")) {
            load(insurer, daily(insurer, 1).add("1", PERSON, NUMBER, "甲"));
        }
        if (stored.equals("DELETED")) {
            load(insurer, daily(insurer, 2).add("3", PERSON, "", "甲"));
        }
        String[] sent = arrival.split(" ");
        String updatedAt =
                Map.of("NEWER", NEWER, "SAME", "20261119120000", "OLDER", OLDER).get(sent[2]);

        Receipt receipt = load(insurer, daily(insurer, 3).add(sent[0], PERSON, NUMBER, sent[1], updatedAt));

        assertThat(result(receipt, 2)).isEqualTo(result);
        assertThat(fileStatus(receipt)).isEqualTo(Integer.parseInt(result.substring(0, 2)));
        assertThat(person(insurer, PERSON)).isEqualTo(person);
        assertThat(histories(insurer, PERSON) + " " + link(insurer, PERSON)).isEqualTo(rest);
    }

    @Test
    void a_bad_record_stops_none_of_its_neighbours() {
        InsurerNumber insurer = TestServer.insurerDaily();

        Receipt receipt = load(
                insurer,
                daily(insurer, 1)
                        .add("1", "9000000001", "", "甲")
                        .add("1", "9000000002", "", "乙")
                        .withExtraItem("x")
                        .add("1", "9000000003", "", "丙")
                        .with(2, "122044")
                        .add("1", "9000000004", "", "丁")
                        .with(9, "20260230")
                        .add("1", "9000000005", "", "戊")
                        .with(9, "20990101")
                        .add("1", "9000000006", NUMBER, "己"));

        assertThat(results(receipt))
                .containsExactly("39 E5002", "39 E1007", "39 E1002", "39 E3005", "39 W4006 E5002", "30");
        assertThat(Loads.persons(insurer))
                .extracting(person -> person.get("name"))
                .containsExactly("甲", "戊", "己");
    }

    @Test
    void an_unchanged_update_writes_no_row_version() {
        InsurerNumber insurer = TestServer.insurerDaily();
        load(insurer, daily(insurer, 1).add("1", PERSON, NUMBER, "甲"));
        String person = version("insured.person", insurer, PERSON);
        String link = version("insured.link", insurer, PERSON);

        load(insurer, daily(insurer, 2).add("2", PERSON, NUMBER, "甲", NEWER));

        assertThat(version("insured.person", insurer, PERSON)).isEqualTo(person);
        assertThat(version("insured.link", insurer, PERSON)).isEqualTo(link);
    }

    @Test
    void an_unchanged_update_with_another_number_asks_for_the_key_only() {
        InsurerNumber insurer = TestServer.insurerDaily();
        load(insurer, daily(insurer, 1).add("1", PERSON, NUMBER, "甲"));
        String person = version("insured.person", insurer, PERSON);
        String link = version("insured.link", insurer, PERSON);

        load(insurer, daily(insurer, 2).add("2", PERSON, OTHER_NUMBER, "甲", NEWER));

        assertThat(version("insured.person", insurer, PERSON)).isEqualTo(person);
        assertThat(version("insured.link", insurer, PERSON)).isNotEqualTo(link);
        assertThat(link(insurer, PERSON)).isEqualTo("2");
    }

    @Test
    void an_older_update_does_not_touch_the_link_either() {
        InsurerNumber insurer = TestServer.insurerDaily();
        load(insurer, daily(insurer, 1).add("1", PERSON, NUMBER, "甲"));
        String link = version("insured.link", insurer, PERSON);

        Receipt receipt = load(insurer, daily(insurer, 2).add("2", PERSON, OTHER_NUMBER, "乙", OLDER));

        assertThat(result(receipt, 2)).isEqualTo("31 W2203");
        assertThat(version("insured.link", insurer, PERSON)).isEqualTo(link);
    }

    @Test
    void a_missing_number_is_registered_with_an_error_and_supplied_later() {
        InsurerNumber insurer = TestServer.insurerDaily();

        Receipt without = load(insurer, daily(insurer, 1).add("1", PERSON, "", "甲"));
        assertThat(result(without, 2)).isEqualTo("39 E5002");
        assertThat(person(insurer, PERSON)).isEqualTo("甲 1");
        assertThat(link(insurer, PERSON)).isEqualTo("4");

        Receipt still = load(insurer, daily(insurer, 2).add("2", PERSON, "", "甲"));
        assertThat(result(still, 2)).isEqualTo("39 E5002");

        Receipt supplied = load(insurer, daily(insurer, 3).add("2", PERSON, NUMBER, "甲"));
        assertThat(result(supplied, 2)).isEqualTo("30");
        assertThat(person(insurer, PERSON)).isEqualTo("甲 1");
        assertThat(link(insurer, PERSON)).isEqualTo("2");
    }

    @Test
    void delete_then_new_stands_in_one_file_and_everything_else_of_one_key_does_not() {
        InsurerNumber insurer = TestServer.insurerDaily();
        load(insurer, daily(insurer, 1).add("1", PERSON, NUMBER, "甲").add("1", "9000000002", OTHER_NUMBER, "丙"));

        Receipt receipt = load(
                insurer,
                daily(insurer, 2)
                        .add("3", PERSON, "", "甲")
                        .add("1", PERSON, NUMBER, "乙")
                        .add("2", PERSON, NUMBER, "丁")
                        .add("2", "9000000002", OTHER_NUMBER, "丙二", NEWER)
                        .add("3", "9000000002", OTHER_NUMBER, "丙二", NEWER));

        assertThat(results(receipt)).containsExactly("30", "30", "39 E3011", "30", "39 E3011");
        assertThat(person(insurer, PERSON)).isEqualTo("乙 3");
        assertThat(link(insurer, PERSON)).isEqualTo("2");
        assertThat(person(insurer, "9000000002")).isEqualTo("丙二 2");
    }

    /** The n-th daily file of one run. */
    private static M01File daily(InsurerNumber insurer, int number) {
        return new M01File(insurer, "D").createdAt("202611200%d0000".formatted(number));
    }
}

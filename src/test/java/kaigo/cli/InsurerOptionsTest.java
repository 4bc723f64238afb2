package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an operator decides and is told about single insurers. */
class InsurerOptionsTest {

    private static OwnInstallation own;

    @BeforeAll
    static void start() throws Exception {
        own = new OwnInstallation();
    }

    @AfterAll
    static void stop() {
        own.close();
    }

    @Test
    void relation_checks_are_made_errors_and_warnings_again() {
        String number = InsurerNumber.ofFirstFive("44009").value();
        put(number);
        assertThat(own.out).contains("関係チェック 警告");
        put(number, "--relation-errors");
        assertThat(own.out).contains("関係チェック エラー");
        put(number);
        assertThat(own.out).as("left as it is").contains("関係チェック エラー");
        put(number, "--no-relation-errors");
        assertThat(own.out).contains("関係チェック 警告");
    }

    @Test
    void status_names_the_insurers_whose_daily_files_stay_away() {
        String late = InsurerNumber.ofFirstFive("44010").value();
        String preparing = InsurerNumber.ofFirstFive("44011").value();
        put(late, "--load-from", "2020-01-01", "--daily-from", "2020-01-06");
        put(preparing, "--load-from", "2020-01-01");

        own.run("status");
        assertThat(own.out).contains("連携の遅れ / late: " + late + "　架空市　最後の日次 なし").doesNotContain(preparing);
        own.run("status", "--json");
        assertThat(own.out).contains("\"late\":[{\"insurer\":\"" + late + "\",\"lastDaily\":null");
    }

    private static void put(String number, String... more) {
        String[] begin = {"insurer", "put", "--number", number, "--name", "架空市", "--prefecture", "大分県"};
        assertThat(own.run(
                        Stream.concat(Arrays.stream(begin), Arrays.stream(more)).toArray(String[]::new)))
                .as(own.err)
                .isZero();
    }
}

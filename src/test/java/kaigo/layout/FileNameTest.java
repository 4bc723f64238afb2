package kaigo.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    private static final String NAME = "M01_442012_D_20261101053000_001.csv";

    @Test
    void a_name_says_what_the_control_record_says() {
        FileName name = FileName.parse(NAME);
        assertThat(name).hasToString(NAME).isEqualTo(FileName.of(Samples.control(0), 1, Form.CSV));
        name.requireAgreement(Samples.control(3));
    }

    @Test
    void the_answer_has_the_same_stem() {
        assertThat(FileName.parse(NAME).resultName(Form.CSV)).isEqualTo("M01_442012_D_20261101053000_001_RES.csv");
        assertThat(FileName.parse("M01_442012_D_20261101053000_001.zip").resultName(Form.NDJSON))
                .isEqualTo("M01_442012_D_20261101053000_001_RES.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "M01",
                "M01_442012_D_20261101053000_001",
                "M01_442012_D_20261101053000_001.txt",
                "M01_442012_D_20261101053000_001.CSV",
                "m01_442012_D_20261101053000_001.csv",
                "M1_442012_D_20261101053000_001.csv",
                "M01_44201_D_20261101053000_001.csv",
                "M01_４４２０１２_D_20261101053000_001.csv",
                "M01_442012_X_20261101053000_001.csv",
                "M01_442012_D_20261301053000_001.csv",
                "M01_442012_D_20261101_001.csv",
                "M01_442012_D_20261101053000_1.csv",
                "M01_442012_D_20261101053000_000.csv",
                "M01_442012_D_20261101053000_001_RES.csv",
                "M01_442012_D_20261101053000_001.csv.zip",
                "../M01_442012_D_20261101053000_001.csv"
            })
    void another_form_is_e1001(String name) {
        assertThatThrownBy(() -> FileName.parse(name))
                .isInstanceOfSatisfying(
                        UnusableFile.class, e -> assertThat(e.id()).isEqualTo(ErrorId.E1001));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P01_442012_D_20261101053000_001.csv",
                "M01_131045_D_20261101053000_001.csv",
                "M01_442012_I_20261101053000_001.csv",
                "M01_442012_D_20261101053001_001.csv"
            })
    void a_name_that_the_control_record_contradicts_is_e1001(String name) {
        FileName other = FileName.parse(name);
        assertThatThrownBy(() -> other.requireAgreement(Samples.control(0)))
                .isInstanceOfSatisfying(
                        UnusableFile.class, e -> assertThat(e.id()).isEqualTo(ErrorId.E1001));
    }

    @Test
    void a_part_of_a_set_has_its_letter_behind_the_interface() {
        FileName part = FileName.parse("M08B_442012_D_20261101053000_001.csv");
        assertThat(part.part()).isEqualTo("B");
        assertThat(part.set()).hasToString("M08_442012_D_20261101053000_001.zip");
        assertThat(part.set().part()).isEmpty();
        assertThat(part.set().part("E")).hasToString("M08E_442012_D_20261101053000_001.csv");
    }

    @ParameterizedTest
    @CsvSource({
        "M08A_x, true",
        "M08Z_x, true",
        "M08_x, false",
        "M08b_x, false",
        "M081_x, false",
        "M08AB_x, false",
        "M08A, false"
    })
    void a_name_is_meant_for_a_part_by_its_letter(String name, boolean isPart) {
        assertThat(FileName.isPart(name)).isEqualTo(isPart);
    }

    @Test
    void a_right_name_is_one_that_is_taken() {
        assertThat(FileName.isRight(NAME)).isTrue();
        assertThat(FileName.isRight("M01.csv")).isFalse();
    }
}

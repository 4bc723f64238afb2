package kaigo.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

    @ParameterizedTest
    @CsvSource({"1, MALE, 男性", "2, FEMALE, 女性", "3, UNKNOWN, 不明"})
    void sexes(String code, Sex sex, String label) {
        assertThat(Sex.ofCode(code)).contains(sex);
        assertThat(sex.code()).isEqualTo(code);
        assertThat(sex.label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"1, CREATE, 新規", "2, UPDATE, 更新", "3, DELETE, 削除"})
    void update_types(String code, UpdateType type, String label) {
        assertThat(UpdateType.ofCode(code)).contains(type);
        assertThat(type.code()).isEqualTo(code);
        assertThat(type.label()).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"1, FIRST, 第1号", "2, SECOND, 第2号", "3, DEEMED_SECOND, みなし2号"})
    void insured_categories(String code, InsuredCategory category, String label) {
        assertThat(InsuredCategory.ofCode(code)).contains(category);
        assertThat(category.code()).isEqualTo(code);
        assertThat(category.label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "4", "01", "１", " 1"})
    void other_codes_are_none(String code) {
        assertThat(Sex.ofCode(code)).isEmpty();
        assertThat(UpdateType.ofCode(code)).isEmpty();
        assertThat(InsuredCategory.ofCode(code)).isEmpty();
    }
}

package kaigo.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IdentifiersTest {

    @ParameterizedTest
    @CsvSource({
        "442012,   true,  true", // 大分市
        "131045,   true,  true", // 新宿区
        "122044,   true,  true", // 船橋市
        "442011,   true,  false", // 大分市's 全国地方公共団体コード
        "123456,   true,  false", // dummies of the briefing's screens
        "999999,   true,  false",
        "44201,    false, false",
        "4420120,  false, false",
        "44201２,   false, false",
        "44201a,   false, false",
        "'44201 ', false, false",
        "'',       false, false",
    })
    void insurer_numbers(String text, boolean form, boolean checkDigit) {
        assertThat(InsurerNumber.hasForm(text)).isEqualTo(form);
        assertThat(InsurerNumber.hasCheckDigit(text)).isEqualTo(checkDigit);
    }

    @ParameterizedTest
    @CsvSource({
        "0000000001,  true",
        "9999999999,  true",
        "H000000001,  true",
        "h000000001,  false",
        "0H00000001,  false",
        "000000000H,  false",
        "120000115,   false", // nine digits on a screen of the briefing: refused, not padded
        "H00000001,   false",
        "12345678901, false",
        "１234567890,  false",
        "'',          false",
    })
    void insured_numbers(String text, boolean form) {
        assertThat(InsuredNumber.hasForm(text)).isEqualTo(form);
    }

    @Test
    void only_h_numbers_are_of_the_deemed_second_category() {
        assertThat(InsuredNumber.of("H000000001").isDeemedSecondCategory()).isTrue();
        assertThat(InsuredNumber.of("0000000001").isDeemedSecondCategory()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1370100016,  true,  true",
        "4400100014,  true,  true",
        "11A2232606,  true,  true",
        "13B0100017,  true,  true",
        "1370100017,  true,  false",
        "11A2232605,  true,  false",
        "A123456789,  false, false", // a dummy of the briefing's screens
        "1370Z00018,  false, false", // right arithmetic, but only the 事業所区分 may be a letter
        "11I2232606,  false, false",
        "11O2232606,  false, false",
        "11Q2232606,  false, false",
        "11a2232606,  false, false",
        "137010001,   false, false",
        "13701000160, false, false",
        "'',          false, false",
    })
    void office_numbers(String text, boolean form, boolean checkDigit) {
        assertThat(OfficeNumber.hasForm(text)).isEqualTo(form);
        assertThat(OfficeNumber.hasCheckDigit(text)).isEqualTo(checkDigit);
    }

    @ParameterizedTest
    @CsvSource({
        "442011, true",
        "131041, true",
        "011002, true",
        "271004, true",
        "202011, true",
        "442012, false", // 大分市's 保険者番号
        "131045, false",
        "44201,  false",
        "44201x, false",
        "'',     false",
    })
    void local_government_codes(String text, boolean checkDigit) {
        assertThat(LocalGovernmentCode.hasCheckDigit(text)).isEqualTo(checkDigit);
    }

    @ParameterizedTest
    @CsvSource({
        "1310100001,  true",
        "1330100001,  true",
        "1340100001,  true",
        "1370100016,  false", // an office
        "0100001,     false",
        "13A0100001,  false",
        "13101000011, false",
        "'',          false",
    })
    void medical_institution_codes(String text, boolean form) {
        assertThat(MedicalInstitutionCode.hasForm(text)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"13000001, true", "1300001, false", "130000011, false", "1300000A, false", "'', false"})
    void care_manager_numbers(String text, boolean form) {
        assertThat(CareManagerNumber.hasForm(text)).isEqualTo(form);
    }

    @ParameterizedTest
    @MethodSource("identifiers")
    void a_good_value_is_kept_and_a_bad_one_refused_without_being_named(
            Function<String, ?> of, Predicate<CharSequence> hasForm, String good, String bad) {
        assertThat(hasForm.test(good)).isTrue();
        assertThat(of.apply(good))
                .isEqualTo(of.apply(good))
                .hasToString(of.apply(good).getClass().getSimpleName() + "[value=" + good + "]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of.apply(bad))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(bad));
    }

    static Stream<Arguments> identifiers() {
        return Stream.of(
                row(InsurerNumber::of, InsurerNumber::hasForm, "123456", "7654321"),
                row(InsuredNumber::of, InsuredNumber::hasForm, "H123456789", "120000115"),
                row(OfficeNumber::of, OfficeNumber::hasForm, "1370100017", "A123456789"),
                row(LocalGovernmentCode::of, LocalGovernmentCode::hasForm, "442011", "442012"),
                row(MedicalInstitutionCode::of, MedicalInstitutionCode::hasForm, "1310100001", "1370100001"),
                row(CareManagerNumber::of, CareManagerNumber::hasForm, "13000001", "1300001"));
    }

    private static Arguments row(Function<String, ?> of, Predicate<CharSequence> hasForm, String good, String bad) {
        return Arguments.of(of, hasForm, good, bad);
    }
}

package kaigo.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks that run for every item of a load leave nothing behind for the collector. */
class AllocationTest {

    private static final int TIMES = 100_000;

    @ParameterizedTest(name = "{0}")
    @MethodSource("checks")
    void a_check_allocates_nothing(String name, Predicate<CharSequence> check, String text) {
        repeat(check, text);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        boolean answer = repeat(check, text);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(answer).isTrue();
        assertThat(allocated).as("bytes in %d calls", TIMES).isLessThan(TIMES);
    }

    static Stream<Arguments> checks() {
        return Stream.of(
                row("InsurerNumber", InsurerNumber::hasCheckDigit, "442012"),
                row("InsuredNumber", InsuredNumber::hasForm, "H123456789"),
                row("MyNumber", MyNumber::hasCheckDigit, "123456789018"),
                row("OfficeNumber", OfficeNumber::hasCheckDigit, "11A2232606"),
                row("LocalGovernmentCode", LocalGovernmentCode::hasCheckDigit, "442011"),
                row("MedicalInstitutionCode", MedicalInstitutionCode::hasForm, "1310100001"),
                row("CareManagerNumber", CareManagerNumber::hasForm, "13000001"),
                row("isDate", YyyyMmDd::isDate, "20240229"),
                row("isTimestamp", YyyyMmDd::isTimestamp, "20261101053000"),
                row("firstOutside", text -> JisX0213.firstOutside(text) < 0, "山田　か\u309A𠀋ABC辻\uDB40\uDD00"),
                row("isFullWidthKatakana", Kana::isFullWidthKatakana, "ヤマダ　タロウ"),
                row("widen", text -> Kana.widen(text.toString()).length() == 7, "ヤマダ　タロウ"),
                row("trimBlank", text -> Text.trimBlank(text.toString()).length() == 5, "山田　太郎"),
                row("codePoints", text -> Text.codePoints(text) == 2, "𠀋田"),
                row("hasControlCharacter", text -> !Text.hasControlCharacter(text), "山田𠀋"),
                row("isHalfWidthAlnum", Text::isHalfWidthAlnum, "A9z"));
    }

    private static Arguments row(String name, Predicate<CharSequence> check, String text) {
        return Arguments.of(name, check, text);
    }

    private static boolean repeat(Predicate<CharSequence> check, String text) {
        boolean answer = true;
        for (int i = 0; i < TIMES; i++) {
            answer &= check.test(text);
        }
        return answer;
    }
}

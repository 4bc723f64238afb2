package kaigo.generate;

import java.util.List;

/**
 * 要介護状態区分 of the certified: how many are certified at which age, and at which level. From statistics: the levels
 * (介護保険事業状況報告 令和4年度末, 6,814 thousand) and the whole (19.4 % of the 第1号被保険者 令和5年度末); the split by age is ours.
 */
final class CareLevels {
    /** Codes from 要支援1 to 要介護5, by severity. */
    static final List<String> CODES = List.of("12", "13", "21", "22", "23", "24", "25");

    private static final int[] THOUSANDS = {973, 940, 1425, 1134, 902, 870, 571};
    private static final int[] LIMIT_UNITS = {5032, 10531, 16765, 19705, 27048, 30938, 36217};

    private CareLevels() {}

    /** Whether somebody of this age is certified; 第2号 are only insured because they are. */
    static boolean isCertified(int age, Draw draw) {
        return age < Ages.YOUNGEST || draw.below(1000, Draw.Salt.CERTIFIED) < perThousand(age);
    }

    private static int perThousand(int age) {
        if (age < 70) {
            return 28;
        }
        if (age < 75) {
            return 55;
        }
        if (age < 80) {
            return 115;
        }
        if (age < 85) {
            return 255;
        }
        return age < 90 ? 470 : 730;
    }

    /** Severity 0 (要支援1) to 6 (要介護5). */
    static int severity(Draw draw) {
        int sum = 0;
        for (int thousands : THOUSANDS) {
            sum += thousands;
        }
        int at = draw.below(sum, Draw.Salt.CARE_LEVEL);
        int severity = 0;
        while (at >= THOUSANDS[severity]) {
            at -= THOUSANDS[severity++];
        }
        return severity;
    }

    /** 区分支給限度基準額, units a month (since 2019-10). */
    static int limitUnits(int severity) {
        return LIMIT_UNITS[severity];
    }

    /** 予防給付 up to 要支援2. */
    static boolean isPreventive(int severity) {
        return severity < 2;
    }
}

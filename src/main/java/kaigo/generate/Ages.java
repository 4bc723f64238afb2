package kaigo.generate;

import java.util.Arrays;
import kaigo.shared.Sex;

/**
 * 年齢と性別 of the 第1号被保険者. From statistics (介護保険事業状況報告（年報）令和5年度末): 1,571 of 3,589 are 65 to 74, 2,018 are
 * 75 or older. Within the two groups the split by sex and single year is ours: survivors by a Gompertz curve.
 */
final class Ages {
    static final int YOUNGEST = 65;
    static final int OLDEST = 109;

    private static final int SECOND_FROM = 40;
    private static final int GROUP_BORDER = 75;
    private static final double YOUNGER = 1571.0;
    private static final double OLDER = 2018.0;
    private static final int RESOLUTION = 1 << 30;
    private static final int[] UP_TO = cumulate();

    private Ages() {}

    /** @param sex male or female */
    record AgeAndSex(int age, Sex sex) {}

    static AgeAndSex of(Draw draw) {
        int found = Arrays.binarySearch(UP_TO, draw.below(RESOLUTION, Draw.Salt.AGE_AND_SEX));
        int cell = found < 0 ? -found - 1 : found + 1;
        return new AgeAndSex(YOUNGEST + cell / 2, cell % 2 == 0 ? Sex.MALE : Sex.FEMALE);
    }

    /** 第2号 and みなし2号: every age from 40 to 64 alike (ours). */
    static AgeAndSex ofSecondCategory(Draw draw) {
        int age = SECOND_FROM + draw.below(YOUNGEST - SECOND_FROM, Draw.Salt.AGE);
        return new AgeAndSex(age, draw.below(2, Draw.Salt.SEX) == 0 ? Sex.MALE : Sex.FEMALE);
    }

    /** For every age and sex the upper end, exclusive, of its share of {@link #RESOLUTION}. */
    private static int[] cumulate() {
        int cells = (OLDEST - YOUNGEST + 1) * 2;
        double younger = sum(0, (GROUP_BORDER - YOUNGEST) * 2);
        double older = sum((GROUP_BORDER - YOUNGEST) * 2, cells);
        int[] upTo = new int[cells];
        double share = 0;
        for (int cell = 0; cell < cells; cell++) {
            boolean young = YOUNGEST + cell / 2 < GROUP_BORDER;
            share += survivors(cell) / (young ? younger : older) * (young ? YOUNGER : OLDER) / (YOUNGER + OLDER);
            upTo[cell] = (int) Math.round(share * RESOLUTION);
        }
        upTo[cells - 1] = RESOLUTION;
        return upTo;
    }

    private static double sum(int from, int to) {
        double sum = 0;
        for (int cell = from; cell < to; cell++) {
            sum += survivors(cell);
        }
        return sum;
    }

    /** Ages at which most die: men 88, women 93. */
    private static double survivors(int cell) {
        double mode = cell % 2 == 0 ? 88 : 93;
        return StrictMath.exp(-StrictMath.exp((YOUNGEST + cell / 2 - mode) / 9.0));
    }
}

package kaigo.generate;

/**
 * 架空の被保険者番号 (ranges ours): 9 + running number for the insured, H9 + running number for みなし2号. 98 are former
 * numbers, 99 numbers that were never given to anybody.
 */
final class FictitiousInsuredNumber {
    private FictitiousInsuredNumber() {}

    static String of(Population population, int index) {
        int deemed = index - population.ordinary();
        return deemed >= 0 && index < population.count()
                ? "H9" + digits(deemed + 1, 100_000_000)
                : "9" + digits(index + 1, 1_000_000_000);
    }

    /** The index behind a number that begins with 9. */
    static int indexOf(String number) {
        return Integer.parseInt(number.substring(1)) - 1;
    }

    static String former(int index) {
        return "98" + digits(index + 1, 100_000_000);
    }

    static String neverGiven(int index) {
        return "99" + digits(index + 1, 100_000_000);
    }

    /** @param bound the power of ten above the largest number */
    private static String digits(int number, int bound) {
        return Integer.toString(bound + number).substring(1);
    }
}

package kaigo.generate;

import java.nio.charset.StandardCharsets;
import kaigo.shared.MyNumber;

/**
 * 架空のマイナンバー: {@code 99} + digit of the {@link SimulatedOutcome} + 8 digits that name the person + check digit
 * (range ours: the law reserves none for tests). The 8 digits are the insurer's block of a million and the index.
 */
final class FictitiousMyNumber {
    /** The number that replaces a wrong one: same person, digit 9, which is LINKED. */
    private static final int CORRECTED = 9;

    private static final int BLOCK = 1_000_000;
    private static final int BLOCKS = 100;

    private FictitiousMyNumber() {}

    static String of(Population population, int index, SimulatedOutcome outcome) {
        return of(population, index, outcome.ordinal());
    }

    static String corrected(Population population, int index) {
        return of(population, index, CORRECTED);
    }

    static boolean isLinked(String number) {
        return SimulatedOutcome.of(number.getBytes(StandardCharsets.US_ASCII)) == SimulatedOutcome.LINKED;
    }

    private static String of(Population population, int index, int digit) {
        long person = ((long) block(population.insurerNumber()) * BLOCK + index) % ((long) BLOCKS * BLOCK);
        long eleven = 99_000_000_000L + digit * 100_000_000L + person;
        String text = Long.toString(eleven);
        return text + MyNumber.checkDigit(text);
    }

    /** Neighbours in the list of municipalities get blocks of their own. */
    private static int block(String insurerNumber) {
        int prefecture = Integer.parseInt(insurerNumber.substring(0, 2));
        int municipality = Integer.parseInt(insurerNumber.substring(2, 5));
        return (prefecture * 37 + municipality) % BLOCKS;
    }
}

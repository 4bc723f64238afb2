package kaigo.generate;

import kaigo.layout.ProcessingType;
import kaigo.layout.Row;
import kaigo.layout.items.M01;
import kaigo.shared.UpdateType;

/**
 * Where an error is planted.
 *
 * @param previous the record before it in the same file, with nothing planted in it
 */
record PlantSite(Population population, ProcessingType type, Row row, Row previous) {
    private static final int MY_NUMBER_DIGITS = 11;

    /** Index of the person, whose number begins with 9. */
    int index() {
        return FictitiousInsuredNumber.indexOf(insuredNumber(row));
    }

    private static String insuredNumber(Row row) {
        return String.valueOf(row.text(row.layout().position("insuredNumber")));
    }

    /** Whether it is about somebody with a plain number, or about nobody. */
    static boolean isPlain(Row row) {
        return row.layout().position("insuredNumber") < 0 || insuredNumber(row).charAt(0) == '9';
    }

    String otherInsurer() {
        return population.insurerNumber().equals("131045") ? "442012" : "131045";
    }

    /** Makes the record what the initial file said of the person. */
    void restore() {
        Row original = M01Rows.of(new Persons(population).at(index()), UpdateType.CREATE);
        for (int i = 0; i < row.layout().size(); i++) {
            row.text(i, original.text(i));
        }
    }

    void setNumber(SimulatedOutcome outcome) {
        row.set(M01.MY_NUMBER, FictitiousMyNumber.of(population, index(), outcome));
    }

    void breakCheckDigit() {
        String right = FictitiousMyNumber.of(population, index(), SimulatedOutcome.LINKED);
        int wrong = (right.charAt(MY_NUMBER_DIGITS) - '0' + 1) % 10;
        row.set(M01.MY_NUMBER, right.substring(0, MY_NUMBER_DIGITS) + wrong);
    }

    void changeContent() {
        row.set(M01.ADDRESS_DETAIL, "架空会館相違棟");
    }
}

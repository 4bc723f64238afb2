package kaigo.generate;

import java.util.List;
import kaigo.shared.InsurerNumber;
import kaigo.shared.LocalGovernmentCode;
import kaigo.shared.ResourceTable;

/**
 * 市区町村: from the list of municipalities (NOTICE), or an invented one for an insurer number that is not in it.
 *
 * @param derivedInsurerNumber five digits of the code and the check digit of 保険者番号; derived, no official list
 */
public record Municipality(LocalGovernmentCode code, String derivedInsurerNumber, String prefecture, String name) {

    private static final class Listed {
        private static final List<Municipality> ALL = read();
    }

    /** All 1,741. */
    public static List<Municipality> all() {
        return Listed.ALL;
    }

    /** The municipality whose derived 保険者番号 this is, else an invented 架空市 of its prefecture. */
    public static Municipality ofInsurer(String insurerNumber) {
        return all().stream()
                .filter(one -> one.derivedInsurerNumber.equals(insurerNumber))
                .findFirst()
                .orElseGet(() -> invented(insurerNumber.substring(0, 5), "架空市"));
    }

    /** A municipality that does not exist, in the prefecture of its first two digits. */
    public static Municipality invented(String firstFive, String name) {
        String prefecture = all().stream()
                .filter(one -> one.code.value().startsWith(firstFive.substring(0, 2)))
                .findFirst()
                .map(Municipality::prefecture)
                .orElse("架空県");
        return new Municipality(
                LocalGovernmentCode.ofFirstFive(firstFive),
                InsurerNumber.ofFirstFive(firstFive).value(),
                prefecture,
                name);
    }

    private static List<Municipality> read() {
        return ResourceTable.read("/data/municipalities.csv").stream()
                .skip(1)
                .map(Municipality::parse)
                .toList();
    }

    private static Municipality parse(List<String> items) {
        return new Municipality(LocalGovernmentCode.of(items.getFirst()), items.get(1), items.get(2), items.get(3));
    }
}

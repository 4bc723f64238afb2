package kaigo.generate;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.ProcessingType;
import kaigo.layout.Row;

/** 初期セットアップ of every interface beside M01: what the persons of a population have on its 基準日. */
public final class CareRecords {
    /** In the order in which they are sent. */
    public static final List<String> INTERFACES =
            List.of("M02", "M03", "M04", "M05", "M06", "M07", "M09", "M10", "M13");

    private final Population population;
    private final Persons persons;
    private final Institutions institutions;

    public CareRecords(Population population) {
        this.population = population;
        this.persons = new Persons(population);
        this.institutions = new Institutions(population.insurerNumber().substring(0, 2));
    }

    /** All records of the interface, in the order of 被保険者番号. */
    public Records of(String interfaceId) {
        return of(interfaceId, 0, population.count());
    }

    /** Those of the persons from one index to another. */
    Records of(String interfaceId, int from, int to) {
        Layout layout = Layouts.newest(interfaceId).orElseThrow();
        Function<Insured, List<Row>> made = rows(layout);
        int count = interfaceId.equals("M07")
                ? insured(from, to).mapToInt(one -> one.course().size()).sum()
                : insured(from, to).mapToInt(one -> made.apply(one).size()).sum();
        Iterator<Row> rows =
                insured(from, to).flatMap(one -> made.apply(one).stream()).iterator();
        return new Records(layout, population, ProcessingType.INITIAL, population.baseDate(), count, rows);
    }

    private Stream<Insured> insured(int from, int to) {
        LocalDate day = population.baseDate();
        return IntStream.range(from, to).mapToObj(index -> Insured.of(persons, index, institutions, day));
    }

    private static Function<Insured, List<Row>> rows(Layout layout) {
        return switch (layout.interfaceId()) {
            case "M02" -> CardRows::insuranceCards;
            case "M03" -> CardRows::burdenRatios;
            case "M04" -> CardRows::reductions;
            case "M05" -> BenefitRows::homeModifications;
            case "M06" -> BenefitRows::equipmentPurchases;
            case "M07", "M08" -> insured -> CertificationRows.applications(insured, layout);
            case "M09" -> CertificationRows::consents;
            case "M10" -> CertificationRows::progress;
            case "M13" -> CertificationRows::requests;
            default -> throw new IllegalArgumentException("no such records: " + layout.interfaceId());
        };
    }
}

package kaigo.generate;

import java.util.ArrayList;
import java.util.List;
import kaigo.shared.OfficeNumber;

/**
 * 架空の事業所と医療機関 of a prefecture: their names begin with 架空, their numbers belong to nobody (郡市区 99).
 */
public final class Institutions {

    /** @param services サービス種類コード */
    public record Institution(String number, boolean medical, String name, List<String> services) {}

    private record Kind(String name, String kind, List<String> services) {}

    /** Offices of every kind that matters to the gate; the third character is the 事業所区分. */
    private static final List<Kind> OFFICES = List.of(
            new Kind("架空ケアプランセンター", "7", List.of("43")),
            new Kind("架空地域包括支援センター", "0", List.of("46", "AF")),
            new Kind("架空ホームヘルプ", "7", List.of("11", "A2")),
            new Kind("架空デイサービス", "7", List.of("15", "A6")),
            new Kind("架空訪問看護ステーション", "6", List.of("13", "63")),
            new Kind("特別養護老人ホーム架空苑", "7", List.of("51", "21")),
            new Kind("老人保健施設架空の里", "5", List.of("52", "22", "16")),
            new Kind("介護医療院架空", "B", List.of("55")),
            new Kind("グループホーム架空", "9", List.of("32")),
            new Kind("小規模多機能架空の家", "9", List.of("73")),
            new Kind("看護小規模多機能架空", "9", List.of("77")),
            new Kind("有料老人ホーム架空", "7", List.of("33")),
            new Kind("架空福祉用具", "7", List.of("17", "41")));

    private static final int OF_EACH = 3;
    private static final int CLINICS = 8;

    private final List<Institution> offices = new ArrayList<>();
    private final List<Institution> clinics = new ArrayList<>();

    /** @param prefecture code, two digits */
    public Institutions(String prefecture) {
        for (int each = 1; each <= OF_EACH; each++) {
            for (int kind = 0; kind < OFFICES.size(); kind++) {
                Kind one = OFFICES.get(kind);
                String firstNine = "%s%s99%04d".formatted(prefecture, one.kind(), each * 100 + kind);
                offices.add(new Institution(
                        OfficeNumber.ofFirstNine(firstNine).value(), false, one.name() + each, one.services()));
            }
        }
        for (int i = 1; i <= CLINICS; i++) {
            String firstNine = "%s199%04d".formatted(prefecture, i);
            clinics.add(new Institution(OfficeNumber.ofFirstNine(firstNine).value(), true, "架空医院" + i, List.of()));
        }
    }

    public List<Institution> offices() {
        return offices;
    }

    public List<Institution> clinics() {
        return clinics;
    }

    /** An office with this service, always the same for a person. */
    Institution office(Draw draw, String service) {
        List<Institution> fitting = offices.stream()
                .filter(office -> office.services().contains(service))
                .toList();
        return fitting.get(draw.below(fitting.size(), Draw.Salt.OFFICE));
    }

    Institution clinic(Draw draw) {
        return clinics.get(draw.below(clinics.size(), Draw.Salt.OFFICE));
    }
}

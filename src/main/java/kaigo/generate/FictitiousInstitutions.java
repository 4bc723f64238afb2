package kaigo.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kaigo.shared.OfficeNumber;
import org.jspecify.annotations.Nullable;

/**
 * 架空の事業所と医療機関 of a prefecture: their names say 架空, their numbers belong to nobody (郡市区 99).
 */
public final class FictitiousInstitutions {

    /** @param medical a 医療機関コード; else a 事業所番号 */
    public record Institution(String number, boolean medical, String name, List<Service> services) {}

    /** サービス種類コード with its period. @param until absent while it is offered */
    public record Service(
            String code, LocalDate from, @Nullable LocalDate until) {}

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
            new Kind("架空福祉用具", "7", List.of("17", "67", "41")));

    private static final int OF_EACH = 3;
    private static final int HOSPITALS = 2;
    private static final int MEDICAL = 8;
    private static final LocalDate OPENED = LocalDate.of(2015, 4, 1);

    /** The third デイサービス gave up 15 and keeps A6; nobody of ours goes there. */
    private static final LocalDate CLOSED = LocalDate.of(2024, 3, 31);

    private final List<Institution> offices = new ArrayList<>();
    private final List<Institution> clinics = new ArrayList<>();

    /** @param prefecture code, two digits */
    public FictitiousInstitutions(String prefecture) {
        for (int each = 1; each <= OF_EACH; each++) {
            for (int kind = 0; kind < OFFICES.size(); kind++) {
                offices.add(office(prefecture, OFFICES.get(kind), each, kind));
            }
        }
        for (int i = 1; i <= MEDICAL; i++) {
            String firstNine = "%s199%04d".formatted(prefecture, i);
            String name = i <= HOSPITALS ? "架空病院" + i : "架空医院" + i;
            clinics.add(new Institution(OfficeNumber.ofFirstNine(firstNine).value(), true, name, List.of()));
        }
    }

    private static Institution office(String prefecture, Kind kind, int each, int which) {
        String firstNine = "%s%s99%04d".formatted(prefecture, kind.kind(), each * 100 + which);
        List<Service> services = kind.services().stream()
                .map(code -> new Service(code, OPENED, each == OF_EACH && code.equals("15") ? CLOSED : null))
                .toList();
        return new Institution(OfficeNumber.ofFirstNine(firstNine).value(), false, kind.name() + each, services);
    }

    /** 事業所. */
    public List<Institution> offices() {
        return offices;
    }

    /** 病院 and 診療所. */
    public List<Institution> clinics() {
        return clinics;
    }

    /** A number with its check digit that no institution has. */
    static String unknown(String prefecture) {
        return OfficeNumber.ofFirstNine(prefecture + "7999999").value();
    }

    /** An office that offers this service, always the same for a person. */
    Institution office(Draw draw, String service) {
        List<Institution> fitting = offices.stream()
                .filter(office ->
                        office.services().stream().anyMatch(one -> one.code().equals(service) && one.until() == null))
                .toList();
        return fitting.get(draw.below(fitting.size(), Draw.Salt.OFFICE));
    }

    /** Every second person goes to the first hospital: what is asked of one doctor is more than a case or two. */
    Institution clinic(Draw draw) {
        int drawn = draw.below(2 * clinics.size(), Draw.Salt.OFFICE);
        return drawn < clinics.size() ? clinics.get(drawn) : clinics.getFirst();
    }
}

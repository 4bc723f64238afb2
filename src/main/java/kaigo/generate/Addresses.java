package kaigo.generate;

import java.util.List;
import java.util.stream.IntStream;
import kaigo.generate.Draw.Salt;
import org.jspecify.annotations.Nullable;

/**
 * 架空の住所: a municipality and an invented 町名 that begins with 架空, so that every screen and print says so. 郵便番号
 * begin with 000, which is not assigned.
 */
final class Addresses {
    private static final List<String> TOWNS =
            List.of("架空町", "架空本町", "架空台", "架空ヶ丘", "架空新田", "架空中央", "架空浜", "架空元町", "架空が原", "架空見");
    private static final List<String> BUILDINGS = List.of("架空団地", "コーポ架空", "架空ハイツ", "メゾン架空");
    private static final String[] FULL_WIDTH =
            IntStream.range(0, 1000).mapToObj(Addresses::fullWidth).toArray(String[]::new);

    private final Population population;
    private final Municipality elsewhere;

    Addresses(Population population) {
        this.population = population;
        this.elsewhere = elsewhere(population);
    }

    /** 保険者番号 of where the homes of 住所地特例 are. */
    String facilityInsurer() {
        Population neighbour = population.neighbour();
        return neighbour == null ? elsewhere.derivedInsurerNumber() : neighbour.insurerNumber();
    }

    Person.Address of(Draw draw, Trait trait) {
        if (trait.isResidenceException()) {
            return address(draw, elsewhere, "特別養護老人ホーム架空苑", false);
        }
        List<Municipality> own = population.municipalities();
        Municipality here = own.get(draw.below(own.size(), Salt.MUNICIPALITY));
        String detail = trait == Trait.COMBINING_PAIR ? "カ\u309Aーデン架空" + room(draw) : building(draw);
        return address(draw, here, detail, trait == Trait.PROTECTED);
    }

    private static Person.Address address(
            Draw draw, Municipality municipality, @Nullable String detail, boolean hidden) {
        int town = draw.below(TOWNS.size(), Salt.TOWN);
        String text = municipality.prefecture() + municipality.name() + TOWNS.get(town)
                + FULL_WIDTH[1 + draw.below(8, Salt.BLOCK)] + "丁目"
                + FULL_WIDTH[1 + draw.below(30, Salt.VARIANT)] + "番"
                + FULL_WIDTH[1 + draw.below(40, Salt.HOUSE)] + "号";
        String postalCode = "000" + municipality.code().value().substring(0, 2) + "0" + town;
        return new Person.Address(postalCode, text, detail, municipality.code().value(), hidden);
    }

    private static @Nullable String building(Draw draw) {
        int which = draw.below(BUILDINGS.size() * 3, Salt.BUILDING);
        return which < BUILDINGS.size() ? BUILDINGS.get(which) + room(draw) : null;
    }

    private static String room(Draw draw) {
        return FULL_WIDTH[101 + draw.below(12, Salt.ROOM)] + "号室";
    }

    private static Municipality elsewhere(Population population) {
        Population neighbour = population.neighbour();
        if (neighbour != null) {
            return neighbour.municipalities().getFirst();
        }
        Municipality own = population.municipalities().getFirst();
        return Municipality.all().stream()
                .filter(other -> other.prefecture().equals(own.prefecture())
                        && !other.code().equals(own.code()))
                .findFirst()
                .orElseThrow();
    }

    private static String fullWidth(int number) {
        return Integer.toString(number)
                .chars()
                .map(c -> c - '0' + '０')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

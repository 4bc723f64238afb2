package kaigo.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kaigo.TestServer;
import kaigo.attack.People.Session;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.layout.Row;
import kaigo.screens.Part;
import kaigo.shared.InsuredNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No address on any screen holds a 被保険者番号: addresses are kept by browsers and seen over shoulders. */
class AddressesTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:href|action|src|content)=\"([^\"]+)\"");
    private static final int PERSONS = 51;
    private static final int MOST = 400;

    private final Attackers attackers = new Attackers();

    /** A page and more of persons who cannot be linked, and whose consent of before ended with the form of a newer application. */
    @BeforeEach
    void everybody_has_something_that_is_listed() {
        M01File file = new M01File(attackers.insurer, "D").createdAt("20261120050000");
        numbers().forEach(number -> file.add("1", number, "", "架空　太郎"));
        Loads.load(attackers.insurer, file);
        FullRecords records = new FullRecords(attackers.insurer);
        records.send("M09", rows(AddressesTest::granted));
        records.send("M08", rows(AddressesTest::refused));
        attackers.office.verified(attackers.insurer, InsuredNumber.of(number(1)), TestServer.TODAY.plusDays(30));
    }

    @Test
    void no_screen_leads_to_an_address_with_a_number_in_it() {
        for (Part part : List.of(Part.STAFF, Part.OPERATOR, Part.ADMINISTRATOR)) {
            Set<String> addresses = crawl(part);
            assertThat(addresses).as(part.name()).hasSizeGreaterThan(10);
            assertThat(addresses).allSatisfy(address -> assertThat(numbers()).noneMatch(address::contains));
            if (part == Part.STAFF) {
                assertThat(addresses)
                        .as("the control: a case, what is registered, the second page")
                        .anyMatch(address -> address.matches("/cases/[A-Za-z0-9_-]{43}/answer"))
                        .anyMatch(address -> address.matches("/records/[A-Za-z0-9_-]{43}\\?at=.*"))
                        .anyMatch(address -> address.matches("/consents/ended\\?after=[A-Za-z0-9_-]{43}"));
            }
        }
    }

    /** Every address on every page that can be reached by links from the home of this kind of user. */
    private Set<String> crawl(Part part) {
        Session session = attackers.session(part);
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(part.home()));
        int pages = 0;
        while (!next.isEmpty() && pages < MOST) {
            String page = next.removeFirst();
            pages++;
            for (String address : addresses(session.get(page).body())) {
                if (seen.add(address) && address.startsWith("/") && !address.startsWith("/interfaces")) {
                    next.addLast(address);
                }
            }
        }
        return seen;
    }

    private static List<String> addresses(String page) {
        return ADDRESS.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1).replace("&amp;", "&"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static UnaryOperator<Row>[] rows(BiFunction<Row, String, Row> made) {
        List<UnaryOperator<Row>> rows = new ArrayList<>();
        numbers().forEach(number -> rows.add(row -> made.apply(row, number)));
        return rows.toArray(UnaryOperator[]::new);
    }

    private static Row granted(Row row, String person) {
        Map<String, String> said =
                Map.of("consentType", "1", "consentOn", "20261005", "route", "2", "validFrom", "20261005");
        return of(person, row, said, "certHistoryNo", "validTo");
    }

    private static Row refused(Row row, String person) {
        Map<String, String> said = Map.of(
                "historyNo", "2",
                "appliedOn", "20261020",
                "consent", "0",
                "certStatus", "07",
                "certifiedOn", "20261030",
                "validFrom", "20261020",
                "validTo", "20270930",
                "careLevel", "21",
                "legalApplicationType", "2");
        return of(person, row, said, "consentOn");
    }

    private static Row of(String person, Row row, Map<String, String> values, String... without) {
        FullRecords.with(row, "insuredNumber", person);
        values.forEach((code, value) -> FullRecords.with(row, code, value));
        List.of(without).forEach(code -> FullRecords.with(row, code, null));
        return row;
    }

    private static List<String> numbers() {
        return IntStream.rangeClosed(1, PERSONS).mapToObj(AddressesTest::number).toList();
    }

    private static String number(int i) {
        return "%010d".formatted(9_300_000_000L + i);
    }
}

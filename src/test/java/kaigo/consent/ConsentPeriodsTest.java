package kaigo.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kaigo.TestServer;
import kaigo.access.Gate;
import kaigo.access.PersonKey;
import kaigo.consent.rules.ConsentState.Standing;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.layout.Row;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.junit.jupiter.api.Test;

/** From the municipality's files to the state: the briefing's three periods, every way, and what repeats and comes late. */
class ConsentPeriodsTest {

    /** 申請日 of the form, whose own answer is なし; 取得経路 of M09, whether it names the form, 同意取得日; the state. */
    private static final List<String> PERIODS = List.of(
            // ① before the law: the old form, whenever its answer was taken
            "2026-03-31 1 form 2026-03-31 NONE",
            "2026-03-31 1 form 2026-04-01 NONE",
            // ② new form, municipality not linked yet: converted at the set-up, by the form or by the day alone
            "2026-03-31 4 form 2026-04-02 NONE",
            "2026-04-01 4 form 2026-04-02 IN_FORCE",
            "2026-04-01 4 form 2026-03-31 REFUSED",
            "2026-03-31 4 none 2026-03-31 NONE",
            "2026-03-31 4 none 2026-04-01 IN_FORCE",
            // ③ linked
            "2026-04-01 1 form 2026-04-02 IN_FORCE",
            "2026-04-01 1 form 2026-03-31 REFUSED",
            // on its own initiative and by an office: 申請日 of the running certification plays no part
            "2026-03-31 2 form 2026-04-01 IN_FORCE",
            "2026-03-31 2 none 2026-03-31 NONE",
            "2026-03-31 3 none 2026-04-01 IN_FORCE",
            "2026-03-31 3 none 2026-03-31 NONE");

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);

    @Test
    void the_three_periods_by_every_way() {
        persons(PERIODS.size());
        List<UnaryOperator<Row>> forms = new ArrayList<>();
        List<UnaryOperator<Row>> consents = new ArrayList<>();
        Map<String, String> expected = new TreeMap<>();
        for (int i = 0; i < PERIODS.size(); i++) {
            String[] words = PERIODS.get(i).split(" ");
            String person = number(i + 1);
            forms.add(row -> form(row, person, "1", words[0], "0"));
            consents.add(row -> FullRecords.with(
                    consent(row, person, "1", words[3], words[1]),
                    "certHistoryNo",
                    words[2].equals("form") ? "1" : null));
            expected.put(person, PERIODS.get(i));
        }
        send("M08", forms);
        send("M09", consents);
        Map<String, Standing> found = standings(PERIODS.size());
        expected.forEach((person, words) ->
                assertThat(found.get(person).name()).as(words).isEqualTo(words.substring(words.lastIndexOf(' ') + 1)));
    }

    /** The consent column of the form itself: 申請日, 同意取得日 (- blank), the state. */
    @Test
    void the_answer_of_the_form_itself() {
        List<String> rows = List.of(
                "2026-03-31 - NONE",
                "2026-03-31 2026-04-01 NONE",
                "2026-04-01 - IN_FORCE",
                "2026-04-01 2026-03-31 NONE",
                "2026-04-01 2026-04-01 IN_FORCE");
        persons(rows.size());
        List<UnaryOperator<Row>> forms = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String[] words = rows.get(i).split(" ");
            String person = number(i + 1);
            forms.add(row -> FullRecords.with(
                    form(row, person, "1", words[0], "1"),
                    "consentOn",
                    words[1].equals("-") ? null : digits(words[1])));
        }
        send("M08", forms);
        Map<String, Standing> found = standings(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            assertThat(found.get(number(i + 1)).name())
                    .as(rows.get(i))
                    .isEqualTo(rows.get(i).split(" ")[2]);
        }
    }

    /**
     * 1: an unchanged あり never revives; 2: an unchanged なし never ends an office's grant; 3, 4: なし on a newer application
     * ends it, in both orders of receipt; 5: a withdrawal of before the grant; 6: another answer on the same form.
     */
    @Test
    void repeats_change_nothing_and_of_two_acts_the_day_counts_not_the_receipt() {
        persons(6);
        send(
                "M08",
                List.of(
                        row -> form(row, number(1), "1", "2026-10-01", "1"),
                        row -> form(row, number(2), "1", "2026-10-01", "0"),
                        row -> form(row, number(4), "2", "2026-10-20", "0"),
                        row -> form(row, number(5), "1", "2026-10-20", "1"),
                        row -> form(row, number(6), "1", "2026-10-01", "1")));
        send(
                "M09",
                List.of(
                        row -> consent(row, number(1), "3", "2026-10-10", "2"),
                        row -> consent(row, number(2), "1", "2026-10-05", "3"),
                        row -> consent(row, number(3), "1", "2026-10-05", "2"),
                        row -> consent(row, number(4), "1", "2026-10-05", "2"),
                        row -> consent(row, number(5), "3", "2026-10-10", "2")));
        send(
                "M08",
                List.of(
                        row -> FullRecords.updated(form(row, number(1), "1", "2026-10-01", "1"), "2"),
                        row -> FullRecords.updated(form(row, number(2), "1", "2026-10-01", "0"), "2"),
                        row -> form(row, number(3), "2", "2026-10-20", "0"),
                        row -> FullRecords.with(
                                FullRecords.updated(form(row, number(6), "1", "2026-10-01", "0"), "2"),
                                "consentOn",
                                "20261015")));
        assertThat(standings(6))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        number(1), Standing.WITHDRAWN,
                        number(2), Standing.IN_FORCE,
                        number(3), Standing.REFUSED,
                        number(4), Standing.REFUSED,
                        number(5), Standing.IN_FORCE,
                        number(6), Standing.REFUSED));
        assertThat(events(number(1))).isEqualTo(2);
        assertTheMunicipalityIsToldOfThoseThatANoEnded(number(3), number(4));
    }

    private void assertTheMunicipalityIsToldOfThoseThatANoEnded(String... persons) {
        assertThat(ended(50))
                .containsExactly(Stream.of(persons)
                        .map(person -> person + " 2026-10-05 INSURER 2 2026-10-20")
                        .toArray(String[]::new));
        assertThat(ended(1)).isEqualTo(ended(50));
    }

    /** 申請書のなしで終わった同意, as the municipality reads it, so many at once. */
    private List<String> ended(int limit) {
        InsurerViewer viewer =
                InsurerViewer.staff(insurer, "madoguchi", UUID.randomUUID().toString());
        List<String> rows = new ArrayList<>();
        for (String after = ""; after != null; ) {
            EndedConsents.Page page = TestServer.bean(EndedConsents.class).list(viewer, after, limit);
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(limit);
            page.rows()
                    .forEach(row -> rows.add(String.join(
                            " ",
                            row.insured().value(),
                            row.grantedOn().toString(),
                            row.channel(),
                            row.historyNo(),
                            row.refusedOn().toString())));
            after = page.next();
        }
        return rows;
    }

    private int events(String person) {
        return Loads.number(
                insurer,
                "select count(*) from consent.event where insurer_number = ? and insured_number = '" + person + "'");
    }

    private void persons(int count) {
        M01File file = new M01File(insurer, "D").createdAt("20261120050000");
        for (int i = 1; i <= count; i++) {
            file.add("1", number(i), "", "架空　太郎");
        }
        Loads.load(insurer, file);
    }

    @SuppressWarnings("unchecked")
    private void send(String interfaceId, List<UnaryOperator<Row>> rows) {
        records.send(interfaceId, rows.toArray(UnaryOperator[]::new));
    }

    private static Row form(Row row, String person, String history, String filedOn, String consent) {
        Map<String, String> values = Map.of(
                "insuredNumber",
                person,
                "historyNo",
                history,
                "appliedOn",
                digits(filedOn),
                "consent",
                consent,
                "certStatus",
                "07",
                "certifiedOn",
                "20261030",
                "validFrom",
                digits(filedOn),
                "validTo",
                "20270930",
                "careLevel",
                "21",
                "legalApplicationType",
                "2");
        values.forEach((code, value) -> FullRecords.with(row, code, value));
        return FullRecords.with(row, "consentOn", null);
    }

    private static Row consent(Row row, String person, String type, String on, String route) {
        Map<String, String> values = Map.of(
                "insuredNumber", person,
                "consentType", type,
                "consentOn", digits(on),
                "route", route,
                "validFrom", digits(on));
        values.forEach((code, value) -> FullRecords.with(row, code, value));
        FullRecords.with(row, "certHistoryNo", null);
        return FullRecords.with(row, "validTo", null);
    }

    private Map<String, Standing> standings(int count) {
        List<PersonKey> keys = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            keys.add(new PersonKey(insurer, InsuredNumber.of(number(i))));
        }
        Map<String, Standing> standings = new TreeMap<>();
        TestServer.bean(Gate.class)
                .job(
                        "test",
                        UUID.randomUUID().toString(),
                        permit -> TestServer.bean(ConsentStateStore.class)
                                .read(permit, keys)
                                .forEach(course -> standings.put(
                                        course.person().insured().value(),
                                        course.consents()
                                                .on(LocalDate.of(2026, 11, 20))
                                                .standing())));
        return standings;
    }

    private static String number(int i) {
        return "%010d".formatted(9_000_000_000L + i);
    }

    private static String digits(String day) {
        return day.replace("-", "");
    }
}

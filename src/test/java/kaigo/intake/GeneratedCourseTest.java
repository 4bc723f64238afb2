package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import kaigo.TestServer;
import kaigo.generate.CareRecords;
import kaigo.generate.DailyPlan;
import kaigo.generate.Population;
import kaigo.generate.Records;
import kaigo.layout.Layout;
import kaigo.layout.ProcessingType;
import kaigo.layout.Row;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** A fictitious insurer from its set-up through some days: every interface, nothing refused. */
class GeneratedCourseTest {

    private static final int PERSONS = 1500;
    private static final LocalDate BASE = TestServer.TODAY.minusDays(9);

    private final InsurerNumber insurer = TestServer.insurerLoading();
    private final Population population = Population.of(7, insurer, PERSONS, BASE);
    private final CareRecords care = new CareRecords(population);
    private final Map<String, Integer> registered = new HashMap<>();
    private final List<Receipt> receipts = new ArrayList<>();

    @Test
    void a_set_up_and_days_in_a_row_are_registered_without_an_error() {
        GeneratedLoads.knowInstitutions(insurer);
        GeneratedLoads.load(Records.initial(population));
        CareRecords.interfaces(ProcessingType.INITIAL).forEach(id -> load(care.initial(id)));
        GeneratedLoads.takeDailyFiles(insurer);

        day(BASE, BASE.plusDays(1));
        day(BASE.plusDays(1), BASE.plusDays(5));
        dayWithM01Last(BASE.plusDays(5), BASE.plusDays(9));

        assertThat(receipts.stream().flatMap(receipt -> GeneratedLoads.findings(receipt).stream()))
                .allMatch(finding -> finding.contains(",W3004,"));
        assertThat(registered).isNotEmpty();
        registered.forEach((table, rows) -> assertThat(rows(table)).as(table).isEqualTo(rows));
    }

    private void day(LocalDate since, LocalDate day) {
        DailyPlan plan = new DailyPlan(population, day, 150, 30);
        GeneratedLoads.load(Records.daily(plan, null));
        CareRecords.interfaces(ProcessingType.DAILY).forEach(id -> load(care.daily(id, plan, null, since)));
    }

    /** Whoever is new waits, and goes on by himself when the day's M01 comes. */
    private void dayWithM01Last(LocalDate since, LocalDate day) {
        DailyPlan plan = new DailyPlan(population, day, 150, 30);
        CareRecords.interfaces(ProcessingType.DAILY).forEach(id -> load(care.daily(id, plan, null, since)));
        Receipt cards = receipts.stream()
                .filter(receipt -> Loads.fileStatus(receipt) == 21)
                .findFirst()
                .orElseThrow();
        assertThat(GeneratedLoads.findings(cards)).anyMatch(finding -> finding.contains(",E4001,"));

        GeneratedLoads.load(Records.daily(plan, null));
        receipts.forEach(Loads::awaitFinal);
    }

    private void load(Records records) {
        Layout layout = records.layout();
        if (records.count() == 0) {
            return;
        }
        int change = 0;
        List<Row> rows = new ArrayList<>();
        for (Iterator<Row> each = records.rows(); each.hasNext(); ) {
            Row row = each.next();
            rows.add(row);
            change += switch (String.valueOf(row.text(layout.position("updateType")))) {
                case "1" -> 1;
                case "3" -> -1;
                default -> 0;
            };
        }
        registered.merge(Targets.find(layout.interfaceId()).orElseThrow().table(), change, Integer::sum);
        receipts.add(GeneratedLoads.load(
                new Records(layout, population, records.type(), records.baseDate(), records.count(), rows.iterator())));
    }

    private int rows(String table) {
        return Loads.database()
                .sql("select count(*) from " + table + " where insurer_number = ? and deleted_at is null")
                .param(insurer.value())
                .query(Integer.class)
                .single();
    }
}

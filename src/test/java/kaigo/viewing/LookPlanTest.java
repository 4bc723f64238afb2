package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kaigo.Scans;
import kaigo.TestDatabase;
import kaigo.intake.FullRecords;
import kaigo.layout.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * However many people there are, neither a look at one of them, nor the lists that follow what is new of him, reads a table of
 * records as a whole (settled 3).
 */
class LookPlanTest {

    private static final int OTHERS = 4_000;
    private static final int GOES = 5;

    /** Somebody else, not one person with thousands of files. */
    private static final String OTHER_KEY = "sha256(pmh_hmac || convert_to(n::text, 'UTF8'))";

    private static final Desk DESK = Desk.known();
    private static final List<String> TABLES = new ArrayList<>();

    /** Somebody with records of every kind, and others with as many. */
    @BeforeAll
    static void many_people() throws SQLException {
        FullRecords.dependents().forEach(id -> DESK.records().send(id, row -> record(id, row)));
        Followed.await(DESK.insurer());
        try (Connection owner = TestDatabase.asOwner();
                Statement statement = owner.createStatement()) {
            for (String table : tables(statement)) {
                String others = others(statement, table);
                int copies = statement.executeUpdate("""
                        insert into %1$s (insured_number, %2$s)
                        select '7' || lpad(n::text, 9, '0'), %3$s from %1$s, generate_series(1, %4$d) as n
                        where insurer_number = '%5$s' and insured_number = '%6$s'""".formatted(
                                table,
                                others,
                                others.replace("pmh_hmac", OTHER_KEY),
                                OTHERS,
                                DESK.insurer().value(),
                                FullRecords.PERSON));
                if (copies > 0) {
                    TABLES.add(table);
                }
            }
            statement.execute("analyze");
        }
    }

    @AfterAll
    static void they_leave() throws SQLException {
        try (Connection owner = TestDatabase.asOwner();
                Statement statement = owner.createStatement()) {
            for (String table : TABLES) {
                statement.execute("delete from %s where insurer_number = '%s' and insured_number <> '%s'"
                        .formatted(table, DESK.insurer().value(), FullRecords.PERSON));
            }
        }
    }

    @Test
    void there_are_many_records_of_every_room() {
        assertThat(TABLES)
                .contains("cards.burden_ratio", "certification.application", "certification.progress", "careplan.plan")
                .contains("benefits.home_modification", "consent.event", "insured.person", "insured.viewing");
    }

    @Test
    void the_tabs_of_a_person_are_shown_without_a_sequential_scan() throws SQLException {
        assertNoScan(() -> Tab.ofOffice()
                .forEach(tab -> assertThat(DESK.browser()
                                .get(DESK.person() + "/" + tab.path())
                                .statusCode())
                        .isEqualTo(200)));
    }

    @Test
    void a_persons_whole_file_is_read_by_the_api_without_a_sequential_scan() throws SQLException {
        OfficeSoftware software = OfficeSoftware.of(DESK.office());
        String person = DESK.person().replace("/office/users/", "/api/v1/users/");
        assertNoScan(
                () -> assertThat(software.get(person + "/file").statusCode()).isEqualTo(200));
    }

    @Test
    void worklists_follow_a_look_without_a_sequential_scan() throws SQLException {
        assertNoScan(() -> {
            DESK.browser().get(DESK.person() + "/" + Tab.PROGRESS.path()); // settles a list: each look is followed
            Followed.await(DESK.insurer());
        });
    }

    /** What else is at work, such as a daily count, may read a whole table, but not each time. */
    private static void assertNoScan(Runnable look) throws SQLException {
        Map<String, Long> before;
        Map<String, Long> after;
        int go = 0;
        do {
            before = Scans.of(TABLES);
            look.run();
            after = Scans.of(TABLES);
            go++;
        } while (!after.equals(before) && go < GOES);
        assertThat(after).isEqualTo(before);
    }

    private static Row record(String id, Row row) {
        return id.equals("M08") ? FullRecords.certified(row, "1") : row;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        return list(statement, """
                select c.table_schema || '.' || c.table_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.column_name = 'insured_number' and t.table_type = 'BASE TABLE' and c.table_schema in ('insured',
                    'cards', 'certification', 'consent', 'opinion', 'benefits', 'life', 'careplan', 'filing', 'viewing')
                order by 1""");
    }

    private static String others(Statement statement, String table) throws SQLException {
        return String.join(", ", list(statement, """
                select quote_ident(column_name) from information_schema.columns
                where table_schema || '.' || table_name = '%s' and column_name <> 'insured_number'
                    and is_generated = 'NEVER' and is_identity = 'NO' order by ordinal_position""".formatted(table)));
    }

    private static List<String> list(Statement statement, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}

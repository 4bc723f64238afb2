package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import kaigo.SampleOffice;
import kaigo.Scans;
import kaigo.TestDatabase;
import kaigo.TestServer;
import kaigo.access.OwnListQuery.Order;
import kaigo.identity.OfficeBrowser;
import kaigo.insured.CaseKind;
import kaigo.insured.LinkCases;
import kaigo.layout.ErrorId;
import kaigo.layout.Form;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * No statement of the load path or of its pages reads a table of persons as a whole (settled 3). The database itself
 * counts the sequential scans, so that the real statements run with their real settings.
 */
class PlanTest {

    private static final int PERSONS = 20_000;
    private static final String NUMBER = "123456789018";
    private static final List<String> TABLES = List.of(
            "insured.person", "insured.person_history", "insured.link", "insured.pmh_directory", "intake.result");

    private static InsurerNumber insurer;
    private static int minute;

    @BeforeAll
    static void two_municipalities() throws SQLException {
        insurer = TestServer.insurerDaily();
        for (InsurerNumber one : List.of(TestServer.insurerDaily(), insurer)) {
            M01File file = file(one);
            for (int i = 0; i < PERSONS; i++) {
                file.add("1", person(i), number(i), "架空　太郎");
            }
            Loads.load(one, file);
        }
        try (Connection owner = TestDatabase.asOwner()) {
            owner.createStatement().execute("analyze");
        }
    }

    @Test
    void the_counter_sees_a_sequential_scan() throws SQLException {
        Map<String, Long> before = scans();

        Loads.database()
                .sql("select max(name) from insured.person")
                .query(String.class)
                .single();

        assertThat(scans()).isNotEqualTo(before);
    }

    @Test
    void a_daily_file_is_registered_and_linked_without_a_sequential_scan() throws SQLException {
        Map<String, Long> before = scans();

        Receipt receipt = Loads.load(insurer, daily(400));

        assertThat(Loads.fileStatus(receipt)).isEqualTo(39);
        assertThat(scans()).isEqualTo(before);
    }

    @Test
    void one_changed_person_among_many_is_registered_without_a_sequential_scan() throws SQLException {
        Map<String, Long> before = scans();

        Loads.load(insurer, file(insurer).add("2", person(7), number(7), "架空　変更"));

        assertThat(scans()).isEqualTo(before);
    }

    @Test
    void a_large_file_of_changes_is_registered_without_a_sequential_scan() throws SQLException {
        Map<String, Long> before = scans();
        M01File file = file(insurer);
        for (int i = 1000; i < 12_000; i++) {
            file.add("2", person(i), number(i), "架空　変更");
        }

        Loads.load(insurer, file);

        assertThat(scans()).isEqualTo(before);
    }

    @Test
    void a_file_sent_again_is_compared_with_later_files_without_a_sequential_scan() throws SQLException {
        M01File again = new M01File(insurer, "R").createdAt("20261120040000").add("2", person(8), number(8), "架空　再送");
        Map<String, Long> before = scans();

        Loads.load(insurer, again);

        assertThat(scans()).isEqualTo(before);
    }

    @Test
    void the_list_of_an_office_is_read_without_a_sequential_scan_however_many_people_there_are() throws SQLException {
        SampleOffice office = SampleOffice.near(insurer);
        for (int i = 0; i < 60; i++) {
            office.verified(insurer, InsuredNumber.of(person(i * 100)), TestServer.TODAY);
        }
        OfficeBrowser browser = OfficeBrowser.of(office);
        Map<String, Long> before = scans();

        for (Order order : Order.values()) {
            assertThat(browser.get("/office/users?order=" + order).body()).contains("60 人");
        }
        browser.post("/office/users/search", Map.of("userSearch", "かくう"));
        browser.get("/office/users.csv");

        assertThat(scans()).isEqualTo(before);
    }

    @Test
    void pages_are_read_without_a_sequential_scan() throws SQLException {
        Loads.load(insurer, daily(20));
        InsurerViewer viewer = InsurerViewer.staff(insurer, "test", "request");
        Results results = TestServer.bean(Results.class);
        LinkCases cases = TestServer.bean(LinkCases.class);
        Map<String, Long> before = scans();

        // The newest file is small beside the table, as every file is in a real one; a half is rightly read as a whole.
        ReceivedFile file = results.listFiles(viewer, null, null, 1).getFirst();
        FileAddress address = new FileAddress(file.receipt());
        for (Results.Only only : Results.Only.values()) {
            results.findPage(viewer, address, new Results.Section(only, 0, 50), null);
            results.findRecords(viewer, address, new Results.Section(only, 0, 1000));
        }
        for (CaseKind kind : CaseKind.values()) {
            cases.list(viewer, kind, 0, 50);
            cases.list(viewer, kind, 1000, 50);
        }
        cases.find(viewer, person(1));
        results.start(viewer, TestServer.TODAY, 100);
        Results.Section cause = new Results.Section(Results.Only.ALL, 0, 50, ErrorId.E2102);
        assertThat(results.findPage(viewer, address, cause, null).orElseThrow().records())
                .isNotEmpty();
        TestServer.bean(ResultFile.class).send(viewer, address, Form.CSV, whole -> OutputStream.nullOutputStream());

        assertThat(scans()).isEqualTo(before);
    }

    /** Of a municipality that is small beside the table, as every one is in a real one. */
    @Test
    void a_day_with_errors_is_read_without_a_sequential_scan() throws SQLException {
        InsurerNumber small = TestServer.insurerDaily();
        M01File file = file(small);
        for (int i = 0; i < 100; i++) {
            file.add("2", person(i), number(1), "架空　不明");
        }
        Loads.load(small, file);
        InsurerViewer viewer = InsurerViewer.staff(small, "test", "request");
        Map<String, Long> before = scans();

        assertThat(TestServer.bean(DayReports.class)
                        .find(viewer, TestServer.TODAY, TestServer.TODAY, null)
                        .orElseThrow()
                        .toDo())
                .isEqualTo(100);
        TestServer.bean(DayFile.class).send(viewer, TestServer.TODAY, OutputStream::nullOutputStream);

        assertThat(scans()).isEqualTo(before);
    }

    /** New, changed, unchanged, deleted and wrong ones. */
    private static M01File daily(int each) {
        M01File file = file(insurer);
        for (int i = 0; i < each; i++) {
            file.add("1", person(PERSONS + i), number(i), "架空　新規");
            file.add("2", person(i), number(i), "架空　変更");
            file.add("2", person(5_000 + i), number(i + 1), "架空　太郎");
            file.add("3", person(15_000 + i), "", "架空　太郎");
            file.add("2", person(2 * PERSONS + i), number(i), "架空　不明");
        }
        return file;
    }

    private static M01File file(InsurerNumber insurer) {
        minute++;
        return new M01File(insurer, "D").createdAt("202611200500%02d".formatted(minute));
    }

    private static String person(int index) {
        return "%010d".formatted(9_100_000_000L + index);
    }

    /** One in twenty has none: a case. */
    private static String number(int index) {
        String eleven = "%011d".formatted(12_345_000_000L + index);
        return index % 20 == 0 ? "" : eleven + kaigo.shared.MyNumber.checkDigit(eleven);
    }

    private static Map<String, Long> scans() throws SQLException {
        return Scans.of(TABLES);
    }
}

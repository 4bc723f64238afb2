package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.SampleOffice;
import kaigo.TestDatabase;
import kaigo.TestServer;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.shared.InsuredNumber;
import org.junit.jupiter.api.Test;

/** 利用者一覧の仕事: who stands on which list of an office, until when, and what is marked on the page. */
class WorklistTest {

    private static final String LIST = "/office/users";
    private static final String NAME = "架空　太郎";
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private final Desk desk = Desk.known();
    private final FullRecords records = desk.records();
    private final OfficeBrowser browser = desk.browser();

    @Test
    void whoever_has_not_consented_stands_on_a_list_until_a_consent_is_heard() {
        assertThat(list("NO_CONSENT")).contains(NAME).contains("href=\"" + desk.person() + "/consent\"");
        assertThat(browser.get(LIST).body()).contains("同意未取得　1").contains("証が変わった方　0");
        Matcher form =
                FORM.matcher(browser.get(desk.person() + "/consent/record").body());
        assertThat(form.find()).isTrue();
        browser.post(
                desk.person() + "/consent/record",
                new HashMap<>(Map.of(
                        "form", form.group(1),
                        "answer", "GRANT",
                        "heardOn", "令和8年11月20日",
                        "readAloud", "true",
                        "speaker", "SELF")));
        Followed.await(desk.insurer());
        assertThat(list("NO_CONSENT")).doesNotContain(NAME).contains("包括同意を確認できない方はいません");
    }

    @Test
    void a_withdrawal_that_the_municipality_reports_puts_the_person_back() {
        records.send("M08", row -> FullRecords.certified(row, "1"));
        Followed.await(desk.insurer());
        assertThat(list("NO_CONSENT")).doesNotContain(NAME);
        records.send("M09", FullRecords::withdrawn);
        Followed.await(desk.insurer());
        assertThat(list("NO_CONSENT")).contains(NAME);
    }

    @Test
    void a_changed_card_stands_on_the_list_until_somebody_of_the_office_looks() {
        assertThat(list("CARDS_CHANGED"))
                .as("what there was when the office met him")
                .doesNotContain(NAME);
        records.send("M03", row -> row);
        Followed.await(desk.insurer());
        assertThat(list("CARDS_CHANGED")).contains(NAME);
        assertThat(list("PROGRESS_CHANGED")).doesNotContain(NAME);
        browser.get(desk.person() + "/progress");
        assertThat(list("CARDS_CHANGED")).as("another tab").contains(NAME);
        browser.get(desk.person());
        assertThat(list("CARDS_CHANGED")).doesNotContain(NAME);
        records.send("M06", row -> row);
        Followed.await(desk.insurer());
        assertThat(list("CARDS_CHANGED")).as("another kind").doesNotContain(NAME);
    }

    @Test
    void a_changed_progress_leads_to_its_tab() {
        records.send("M10", row -> row);
        Followed.await(desk.insurer());
        assertThat(list("PROGRESS_CHANGED")).contains(NAME).contains("href=\"" + desk.person() + "/progress\"");
        assertThat(browser.get(desk.person() + "/progress").body()).contains("認定審査会進捗が変わりました");
        assertThat(list("PROGRESS_CHANGED")).doesNotContain(NAME);
    }

    @Test
    void a_decision_of_a_day_to_come_puts_the_person_on_the_list_on_that_day() {
        records.send("M10", row -> FullRecords.with(row, "certifiedOn", "20261123"));
        Followed.await(desk.insurer());
        browser.get(desk.person() + "/progress");
        Followed.await(desk.insurer());
        assertThat(list("PROGRESS_CHANGED"))
                .as("the rest of it is seen, the decision not told")
                .doesNotContain(NAME)
                .contains("進捗が変わった方　0");
        assertThat(listed("PROGRESS_CHANGED")).containsExactly("2026-11-23 infinity");
        records.send("M10", row -> FullRecords.updated(FullRecords.with(row, "certifiedOn", "20261125"), "2"));
        Followed.await(desk.insurer());
        browser.get(desk.person() + "/progress");
        Followed.await(desk.insurer());
        assertThat(listed("PROGRESS_CHANGED")).as("put right").containsExactly("2026-11-25 infinity");
        Loads.database()
                .sql("""
                        insert into viewing.worklist (insurer_number, insured_number, office_number, list, valid_from, valid_to)
                        select insurer_number, insured_number, office_number, list, ?, valid_to from viewing.worklist
                        where list = 'PROGRESS_CHANGED' and insurer_number = ?""")
                .params(TestServer.TODAY, desk.insurer().value())
                .update();
        assertThat(list("PROGRESS_CHANGED")).as("on its day").contains(NAME, "進捗が変わった方　1");
    }

    @Test
    void what_changed_since_the_last_look_of_an_earlier_day_stays_marked_all_day() {
        browser.get(desk.person());
        Loads.database()
                .sql("update viewing.last_look set seen_at = seen_at - interval '2 days' where insurer_number = ?")
                .param(desk.insurer().value())
                .update();
        records.send("M02", row -> row);
        for (String look : List.of("the first", "the second")) {
            assertThat(browser.get(desk.person()).body())
                    .as(look)
                    .contains("前回、令和8年11月18日（2026/11/18）にご覧になったあとに、被保険者証が変わりました")
                    .contains("変更あり");
        }
    }

    @Test
    void what_stays_as_it_is_is_not_written_again() {
        String row = "select xmin::text from viewing.worklist where list = 'NO_CONSENT' and insurer_number = ?";
        String before = word(row);
        records.send("M03", record -> record);
        Followed.await(desk.insurer());
        assertThat(list("CARDS_CHANGED")).contains(NAME);
        assertThat(word(row)).as("the transaction that wrote it").isEqualTo(before);
    }

    @Test
    void a_look_that_cannot_be_remembered_is_shown_all_the_same() throws SQLException {
        records.send("M03", row -> row);
        Followed.await(desk.insurer());
        String office = desk.office().id.number();
        try (Connection owner = TestDatabase.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("alter table viewing.last_look add constraint full_up check (office_number <> '" + office
                    + "') not valid");
            try {
                HttpResponse<String> page = browser.get(desk.person());
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).contains(NAME, "変更あり");
            } finally {
                statement.execute("alter table viewing.last_look drop constraint full_up");
            }
        }
        assertThat(list("CARDS_CHANGED")).as("not seen yet").contains(NAME);
    }

    @Test
    void of_whoever_was_never_looked_at_no_page_says_that_he_was() {
        Desk other = Desk.open();
        OfficeSoftware.ok(OfficeSoftware.of(other.office()).verify(ReadingApiTest.card(other.insurer())));
        Followed.await(other.insurer());
        other.records().send("M02", row -> row);
        assertThat(other.browser().get(other.person()).body())
                .contains("以後に、被保険者証が変わりました")
                .doesNotContain("ご覧になったあと");
    }

    @Test
    void when_the_services_of_an_office_end_and_begin_again_its_lists_do_too() {
        WorklistWork work = TestServer.bean(WorklistWork.class);
        work.followServices();
        Followed.await(desk.insurer());
        assertThat(list("NO_CONSENT")).contains(NAME);
        for (LocalDate end : List.of(TestServer.TODAY.minusDays(1), TestServer.TODAY)) {
            Loads.database()
                    .sql("update participants.institution_service set valid_to = ? where number = ?")
                    .params(end, desk.office().id.number())
                    .update();
            work.followServices();
            Followed.await(desk.insurer());
            assertThat(browser.get(LIST).body()).contains(end.isBefore(TestServer.TODAY) ? "同意未取得　0" : "同意未取得　1");
        }
    }

    @Test
    void another_office_has_lists_of_its_own() {
        SampleOffice other = SampleOffice.second(desk.insurer());
        other.verified(desk.insurer(), InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY);
        OfficeBrowser theirs = OfficeBrowser.of(other);
        records.send("M02", row -> row);
        Followed.await(desk.insurer());
        assertThat(theirs.get(LIST + "?only=NO_CONSENT").body()).contains(NAME);
        assertThat(theirs.get(LIST + "?only=CARDS_CHANGED").body())
                .as("it knows him since a moment")
                .doesNotContain(NAME);
        assertThat(list("CARDS_CHANGED")).contains(NAME);
    }

    @Test
    void of_whoever_is_protected_no_change_is_told() {
        Loads.load(
                desk.insurer(),
                new M01File(desk.insurer(), "D")
                        .createdAt("20261120230000")
                        .add("2", FullRecords.PERSON, "", NAME, "20261120120000")
                        .with(24, "1"));
        records.send("M02", row -> row);
        Followed.await(desk.insurer());
        assertThat(list("CARDS_CHANGED")).doesNotContain(NAME);
        assertThat(browser.get(desk.person()).body()).contains(NAME).doesNotContain("が変わりました");
        assertThat(list("NO_CONSENT")).as("of other lists he is not left out").contains(NAME);
    }

    @Test
    void whoever_expires_or_is_let_go_leaves_every_list() {
        Loads.database()
                .sql("update insured.viewing set viewable_until = ? where insurer_number = ?")
                .params(TestServer.TODAY.minusDays(1), desk.insurer().value())
                .update();
        assertThat(list("NO_CONSENT")).contains("包括同意を確認できない方はいません", "同意未取得　0");
        desk.add(Map.of());
        assertThat(list("NO_CONSENT")).contains(NAME);
        browser.post(desk.person() + "/end", Map.of());
        Followed.await(desk.insurer());
        assertThat(remembered()).as("nothing stays of whoever was let go").isZero();
    }

    private String list(String only) {
        return browser.get(LIST + "?only=" + only).body();
    }

    /** From and until when. */
    private List<String> listed(String only) {
        return Loads.database()
                .sql("select valid_from || ' ' || valid_to from viewing.worklist where list = ? and insurer_number = ?")
                .params(only, desk.insurer().value())
                .query(String.class)
                .list();
    }

    private String word(String question) {
        return Loads.database()
                .sql(question)
                .param(desk.insurer().value())
                .query(String.class)
                .single();
    }

    private int remembered() {
        return Loads.database()
                .sql("""
                        select (select count(*) from viewing.last_look where insurer_number = :insurer)
                            + (select count(*) from viewing.worklist where insurer_number = :insurer)""")
                .param("insurer", desk.insurer().value())
                .query(Integer.class)
                .single();
    }
}

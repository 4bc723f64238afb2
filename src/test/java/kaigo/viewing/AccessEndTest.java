package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.FullRecords;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** 期限: each institution is told where it looks until when it may, and on its first page what waits. */
class AccessEndTest {

    private final Desk desk = Desk.open();
    private final InsurerNumber insurer = desk.insurer();
    private final OfficeBrowser browser = desk.browser();

    @Test
    void the_banner_of_a_person_says_until_when_the_office_may_look() {
        verified(TestServer.TODAY.plusDays(40));
        assertThat(browser.get(desk.person()).body()).contains("閲覧有効期限", "令和8年12月30日（2026/12/30）");
        assertThat(browser.get(desk.person() + "/progress").body()).contains("令和8年12月30日（2026/12/30）");
    }

    @Test
    void a_clinic_is_told_how_long_past_certifications_help_with_the_opinion() {
        SampleOffice clinic = SampleOffice.clinic(insurer);
        desk.records().send("M13", row -> FullRecords.asked(row, "20261110", clinic.id));
        String page = OfficeBrowser.of(clinic).get(desk.person()).body();
        assertThat(page).contains("令和8年12月10日（2026/12/10） まで（あと 20 日）").doesNotContain("閲覧有効期限");
    }

    @Test
    void the_first_page_counts_what_waits_and_leads_there() {
        assertThat(home()).contains("<span>閲覧期限が近い方</span><strong>0 人</strong>");
        verified(TestServer.TODAY.plusDays(3));
        assertThat(home())
                .contains("<a href=\"/office/users?only=ENDING\"><span>閲覧期限が近い方</span><strong>1 人</strong>")
                .contains("<a href=\"/office/users\"><span>利用者一覧</span><strong>1 人</strong>")
                .doesNotContain("架空　太郎");
    }

    @Test
    void of_a_municipality_that_has_not_started_the_day_is_told() {
        verified(TestServer.TODAY.plusDays(40));
        Insurers insurers = TestServer.bean(Insurers.class);
        Insurer known = insurers.find(insurer).orElseThrow();
        insurers.put(known.with(known.dailyFrom(), TestServer.TODAY.plusDays(11)));
        assertThat(browser.get("/office/users/" + Handles.of(insurer, FullRecords.PERSON))
                        .body())
                .contains("利用開始日は 令和8年12月1日（2026/12/01） です。");
    }

    private void verified(LocalDate until) {
        desk.office().verified(insurer, InsuredNumber.of(FullRecords.PERSON), until);
    }

    private String home() {
        return browser.get("/office").body();
    }
}

package kaigo.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import kaigo.Browser;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** 依頼された意見書 (M13): where they wait, and how they wait no more. */
class RequestScreensTest {

    private static final String OPINIONS = "/office/opinions";
    private static final String REQUESTS = "/opinion-requests";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice clinic = SampleOffice.clinic(insurer);
    private final FullRecords records = new FullRecords(insurer);

    private void asked(SampleOffice office) {
        TestServer.start(insurer);
        records.person();
        records.send("M13", row -> FullRecords.asked(row, "20261110", office.id));
    }

    @Test
    void an_institution_begins_from_what_it_was_asked_for_and_the_municipality_sees_that_it_came() {
        asked(clinic);
        OfficeBrowser doctor = OfficeBrowser.of(clinic);
        assertThat(doctor.get(OPINIONS).body()).contains("依頼されている意見書", FullRecords.PERSON, "令和8年11月10日", "書き始める");
        assertThat(OfficeBrowser.of(SampleOffice.secondClinic(insurer))
                        .get(OPINIONS)
                        .body())
                .doesNotContain(FullRecords.PERSON);
        Browser staff = Browser.of(insurer);
        assertThat(staff.get(REQUESTS).body()).contains(FullRecords.PERSON, "未着", clinic.id.number());

        String letter = LetterForm.begin(doctor, insurer, FullRecords.PERSON);
        assertThat(doctor.get(OPINIONS).body()).doesNotContain("依頼されている意見書").contains("下書き");
        assertThat(staff.get(REQUESTS).body())
                .as("a draft is nobody else's business")
                .contains("未着");
        LetterForm.fillIn(doctor, letter);
        LetterForm.act(doctor, letter, "CONFIRM");
        LetterForm.act(doctor, letter, "SEND");
        assertThat(staff.get(REQUESTS).body()).contains("届いていない意見書はありません");
        assertThat(staff.get(REQUESTS + "?all=true").body()).contains("電子で届いた").doesNotContain("今日、紙で受領</button>");
    }

    @Test
    void what_came_on_paper_waits_nowhere_any_more_until_that_is_undone() {
        asked(clinic);
        Browser staff = Browser.of(insurer);
        assertThat(mark(staff, paper(), false)).contains("紙で受領したことを記録しました", "届いていない意見書はありません");
        OfficeBrowser doctor = OfficeBrowser.of(clinic);
        assertThat(doctor.get(OPINIONS).body()).doesNotContain(FullRecords.PERSON);

        String letter = LetterForm.begin(doctor, insurer, FullRecords.PERSON);
        assertThat(doctor.get(letter).body()).contains("紙で受領済み", "電子で送る必要はありません");
        LetterForm.fillIn(doctor, letter);
        assertThat(LetterForm.act(doctor, letter, "CONFIRM")).contains("市町村が紙で受け取っています");
        assertThat(mark(staff, paper(), true)).contains("記録を取り消しました", "未着");
        assertThat(LetterForm.act(doctor, letter, "CONFIRM")).contains("確定しました");
    }

    @Test
    void what_the_municipality_has_not_told_of_is_marked_too_and_what_cannot_be_is_said() {
        TestServer.start(insurer);
        Browser staff = Browser.of(insurer);
        Map<String, String> wrong = new HashMap<>(paper());
        wrong.putAll(Map.of("paperInsured", "12", "paperIssuer", "1", "paperReceivedOn", "20261109"));
        assertThat(mark(staff, wrong, false)).contains("被保険者番号は、10桁", "事業所番号は、10桁", "作成依頼日から今日までの日", "value=\"12\"");
        assertThat(mark(staff, paper(), false)).contains("紙で受領したことを記録しました");
        assertThat(mark(staff, paper(), false)).as("once more").contains("紙で受領したことを記録しました");
        assertThat(staff.get(REQUESTS + "?all=true").body()).contains("紙で受領", FullRecords.PERSON);
    }

    @Test
    void what_came_back_is_waited_for_again_and_a_number_of_no_institution_is_only_shown() throws IOException {
        asked(clinic);
        records.send(
                "M13",
                row -> FullRecords.with(FullRecords.asked(row, "20261111", clinic.id), "issuerNumber", "1370000001"));
        Loads.forgetResults(insurer);
        OfficeBrowser doctor = OfficeBrowser.of(clinic);
        String letter = LetterForm.begin(doctor, insurer, FullRecords.PERSON);
        LetterForm.fillIn(doctor, letter);
        LetterForm.act(doctor, letter, "CONFIRM");
        LetterForm.act(doctor, letter, "SEND");
        Browser staff = Browser.of(insurer);
        assertThat(staff.get(REQUESTS).body()).contains("1370000001", "未着").doesNotContain(clinic.id.number());
        Systems system = Systems.of(insurer);
        String item = "/v1/insurers/" + insurer.value() + "/outbox/1";
        system.get(item);
        system.send(
                "POST",
                item + "/ack",
                "application/json",
                "{\"answer\":\"RETURNED\",\"reason\":\"INCOMPLETE\",\"text\":\"x\"}");
        assertThat(staff.get(REQUESTS).body()).contains(clinic.id.number(), "今日、紙で受領");
        assertThat(doctor.get("/office").body()).contains("差し戻された意見書</span><strong>1 件");
        mark(staff, paper(), false);
        assertThat(doctor.get("/office").body()).as("on paper").contains("差し戻された意見書</span><strong>0 件");
    }

    @Test
    void a_facility_is_told_nothing_of_somebody_whom_it_has_not_verified() {
        SampleOffice facility = SampleOffice.facility(insurer);
        asked(facility);
        OfficeBrowser doctor = OfficeBrowser.of(facility);
        assertThat(doctor.get(OPINIONS).body()).contains("意見書の入力を始める").doesNotContain(FullRecords.PERSON);
        facility.verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.plusDays(5));
        assertThat(doctor.get(OPINIONS).body()).contains("依頼されている意見書", FullRecords.PERSON);
    }

    private Map<String, String> paper() {
        return Map.of(
                "paperInsured",
                FullRecords.PERSON,
                "paperRequestedOn",
                "令和8年11月10日",
                "issuerKind",
                "1",
                "paperIssuer",
                clinic.id.number(),
                "paperReceivedOn",
                "２０２６１１２０");
    }

    private static String mark(Browser staff, Map<String, String> paper, boolean undo) {
        Map<String, String> form = new HashMap<>(paper);
        form.put("undo", String.valueOf(undo));
        form.put("_csrf", staff.csrf());
        return staff.post(REQUESTS, form).body();
    }
}

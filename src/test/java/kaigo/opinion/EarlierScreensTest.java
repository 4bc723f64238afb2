package kaigo.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.opinion.rules.LetterStep;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Job;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** 参照して入力, and the PDFs: what was written before serves again, and goes on paper. */
class EarlierScreensTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice clinic = SampleOffice.clinic(insurer);

    @Test
    void a_draft_is_filled_from_an_own_opinion_about_the_same_person_where_it_is_empty() {
        TestServer.start(insurer);
        OfficeBrowser doctor = OfficeBrowser.of(clinic);
        String first = LetterForm.begin(doctor, insurer);
        LetterForm.fillIn(doctor, first);
        LetterForm.save(doctor, first, LetterStep.REMARKS, Map.of("remarks", "屋内は伝い歩き"));
        String second = LetterForm.begin(doctor, insurer, "9000000001", "令和8年11月18日");
        LetterForm.save(doctor, second, LetterStep.BASIC, Map.of("name", "改姓　太郎", "enteredOn", ""));
        String page = doctor.get(second).body();
        assertThat(page).contains("前の意見書を参照して入力", "作成依頼日 令和8年11月10日");
        String from = first.substring(first.lastIndexOf('/') + 1);
        assertThat(doctor.post(second + "/fill", Map.of("from", from, "seen", "0"))
                        .body())
                .as("somebody has typed since")
                .contains("ほかの方が先に保存しています");
        assertThat(doctor.post(second + "/fill", Map.of("from", from, "seen", "1"))
                        .body())
                .contains("前の意見書の内容を写しました", "屋内は伝い歩き", "改姓　太郎");
        assertThat(doctor.get(second + "/1").body())
                .as("a day is another one")
                .contains("name=\"enteredOn\" type=\"text\" value=\"\"");

        String other = LetterForm.begin(doctor, insurer, "9000000002", "令和8年11月18日");
        doctor.post(other + "/fill", Map.of("from", from, "seen", "0"));
        assertThat(doctor.get(other).body()).as("of another person").doesNotContain("屋内は伝い歩き");
    }

    @Test
    void an_opinion_of_somebody_else_passes_the_gate_and_the_look_is_on_record() {
        FullRecords records = new FullRecords(insurer);
        records.person();
        records.send("M08", row -> FullRecords.certified(row, "1"));
        TestServer.start(insurer);
        OfficeBrowser doctor = OfficeBrowser.of(clinic);
        String letter = LetterForm.begin(doctor, insurer, FullRecords.PERSON);
        assertThat(doctor.get(letter + "/earlier").body())
                .as("not asked by the municipality")
                .contains("主治医意見書", "依頼")
                .doesNotContain("写す</button>");
        records.send("M13", row -> FullRecords.asked(row, "20261110", clinic.id));
        String page = doctor.get(letter + "/earlier").body();
        assertThat(page).contains("写す</button>");
        Map<String, String> chosen = Map.of(
                "insurer", insurer.value(), "application", value(page, "application"), "seen", value(page, "seen"));
        assertThat(doctor.post(
                                letter + "/earlier",
                                Map.of("insurer", insurer.value(), "application", "999", "seen", "0"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(doctor.post(letter + "/earlier", chosen).body()).contains("前の意見書の内容を写しました");
        assertThat(doctor.get(letter + "/4").body()).doesNotContain("field-wrong");
        assertThat(Loads.database()
                        .sql("""
                                select event from audit.entry where detail::jsonb ->> 'insuredNumber' = ? or insurer_number = ?
                                order by number desc limit 5""")
                        .params(FullRecords.PERSON, insurer.value())
                        .query(String.class)
                        .list())
                .contains("LETTER_WRITTEN");
        OfficeBrowser other = OfficeBrowser.of(SampleOffice.secondClinic(insurer));
        assertThat(other.get(letter + "/earlier").statusCode()).isEqualTo(404);
    }

    @Test
    void a_letter_each_of_its_versions_and_a_claim_go_on_paper_which_is_on_record() throws IOException {
        TestServer.start(insurer);
        OfficeBrowser doctor = OfficeBrowser.of(clinic.as(Set.of(Job.DOCTOR)));
        String letter = LetterForm.begin(doctor, insurer);
        LetterForm.fillIn(doctor, letter);
        LetterForm.save(doctor, letter, LetterStep.REMARKS, Map.of("remarks", "一版の内容"));
        assertThat(text(doctor, letter + "/record.pdf")).contains("下書き（保険者へ送っていません）", "一版の内容", "9000000001");
        LetterForm.act(doctor, letter, "CONFIRM");
        LetterForm.act(doctor, letter, "SEND");
        LetterForm.act(doctor, letter, "AGAIN");
        LetterForm.save(doctor, letter, LetterStep.REMARKS, Map.of("remarks", "二版の内容"));
        assertThat(text(doctor, letter + "/record.pdf?version=1"))
                .contains("一版の内容", "保険者へ送った内容の写し", "第1版")
                .doesNotContain("二版の内容");
        assertThat(text(doctor, letter + "/record.pdf")).contains("二版の内容", "第2版");
        assertThat(doctor.get(letter + "/record.pdf?version=7").statusCode()).isEqualTo(404);
        assertThat(doctor.get(letter + "/claim/record.pdf").statusCode())
                .as("nothing claimed")
                .isEqualTo(404);

        LetterForm.save(doctor, letter, LetterStep.REMARKS, Map.of("remarks", "絵文字😀"));
        assertThat(doctor.get(letter + "/record.pdf").body()).contains("印刷できない文字があります");
        assertThat(text(doctor, letter + "/record.pdf?anyway=true")).contains("絵文字");
        assertThat(prints()).hasSize(5).allMatch(person -> person.contains("9000000001"));
    }

    private List<String> prints() {
        return Loads.database()
                .sql("""
                        select detail::jsonb ->> 'persons' from audit.entry where event = 'LETTERS_LOOKED'
                            and detail::jsonb ->> 'act' = 'PRINTED' and detail::jsonb ->> 'persons' like ?""")
                .param("%" + insurer.value() + "/%")
                .query(String.class)
                .list();
    }

    private static String text(OfficeBrowser browser, String path) throws IOException {
        try (var pdf = Loader.loadPDF(browser.bytes(path).body())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static String value(String page, String name) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}

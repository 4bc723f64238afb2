package kaigo.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.identity.OfficeBrowser;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Job;
import org.junit.jupiter.api.Test;

/** ファイルから取り込む, without script: letters of an institution's own software become drafts. */
class ImportScreensTest {

    private static final String LIST = "/office/opinions";
    private static final String IMPORT = LIST + "/import";
    private static final String HEAD = "保険者番号,被保険者番号,意見書作成依頼日,申請者 氏名,特記すべき事項\n";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice clinic = SampleOffice.clinic(insurer);

    @Test
    void each_letter_of_a_file_becomes_a_draft_or_is_told_why_not() throws IOException {
        TestServer.start(insurer);
        OfficeBrowser clerk = OfficeBrowser.of(clinic.as(Set.of(Job.MEDICAL_CLERK)));
        String csv = HEAD
                + row("9000000001", "R8.11.10", "見本　一郎", "歩行は安定")
                + row("9000000002", "R8.11.10", "見本　二郎", "番号は123456789018")
                + row("90", "あした", "見本　三郎", "")
                + "999999,9000000004,R8.11.10,見本　四郎,\n";
        String answer = clerk.file(IMPORT, "意見書.csv", csv.getBytes(Charset.forName("windows-31j")))
                .body();
        assertThat(answer)
                .contains("取り込みの結果", "下書きに取り込みました", "マイナンバーと思われる数字のある項目は", "被保険者番号は、10桁", "作成依頼日を、", "まだ電子送付を受け付けていません")
                .doesNotContain("123456789018");
        assertThat(clerk.get(LIST).body()).contains("見本　一郎", "見本　二郎").doesNotContain("見本　三郎", "見本　四郎");

        String again = HEAD + row("9000000001", "R8.11.10", "", "歩行は不安定");
        clerk.file(IMPORT, "again.csv", again.getBytes(StandardCharsets.UTF_8));
        String letter = LetterForm.begin(clerk, insurer);
        assertThat(clerk.get(letter).body())
                .as("only what the file says takes the place of what is there")
                .contains("見本　一郎", "歩行は不安定")
                .doesNotContain("歩行は安定");
    }

    @Test
    void nothing_is_written_into_what_a_doctor_has_confirmed() throws IOException {
        TestServer.start(insurer);
        OfficeBrowser doctor = OfficeBrowser.of(clinic);
        String letter = LetterForm.begin(doctor, insurer);
        LetterForm.fillIn(doctor, letter);
        LetterForm.act(doctor, letter, "CONFIRM");
        String csv = HEAD + row("9000000001", "R8.11.10", "", "あとから");
        assertThat(doctor.file(IMPORT, "late.csv", csv.getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("取り込めません", "いまの状態では");
        assertThat(doctor.get(letter).body()).doesNotContain("あとから");
    }

    @Test
    void a_file_that_cannot_be_read_says_why_and_whoever_may_not_write_is_told() throws IOException {
        TestServer.start(insurer);
        OfficeBrowser doctor = OfficeBrowser.of(clinic);
        var broken = doctor.file(IMPORT, "x.json", "{\"a\":".getBytes(StandardCharsets.UTF_8));
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(broken.body()).contains("JSONとして読み取れません");
        assertThat(doctor.file(IMPORT, "x.csv", "靴,帽子\n1,2\n".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("次の項目は意見書にありません：帽子、靴");
        assertThat(doctor.file(IMPORT, "", new byte[0]).body()).contains("ファイルを選んでください");
        OfficeBrowser nurse = OfficeBrowser.of(clinic.as(Set.of(Job.OTHER)));
        String csv = HEAD + row("9000000001", "R8.11.10", "見本", "");
        assertThat(nurse.file(IMPORT, "x.csv", csv.getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("医師と医師事務作業補助者です");
    }

    private String row(String insured, String requestedOn, String name, String remarks) {
        return insurer.value() + "," + insured + "," + requestedOn + "," + name + "," + remarks + "\n";
    }
}

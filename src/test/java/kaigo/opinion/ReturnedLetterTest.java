package kaigo.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.identity.OfficeBrowser;
import kaigo.shared.InsurerNumber;
import kaigo.viewing.Notices;
import org.junit.jupiter.api.Test;

/** 差し戻された意見書: who learns of it, and until when. */
class ReturnedLetterTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice clinic = SampleOffice.clinic(insurer);

    @Test
    void what_came_back_stands_on_the_first_page_and_is_told_by_mail_to_whoever_wants_it() throws IOException {
        TestServer.start(insurer);
        OfficeBrowser doctor = OfficeBrowser.of(clinic);
        assertThat(doctor.get("/office").body()).contains("差し戻された意見書</span><strong>0 件");
        String letter = LetterForm.begin(doctor, insurer);
        LetterForm.fillIn(doctor, letter);
        LetterForm.act(doctor, letter, "CONFIRM");
        LetterForm.act(doctor, letter, "SEND");
        Systems municipality = Systems.of(insurer);
        String item = "/v1/insurers/" + insurer.value() + "/outbox/1";
        municipality.get(item);
        municipality.send(
                "POST",
                item + "/ack",
                "application/json",
                "{\"answer\":\"RETURNED\",\"reason\":\"INCOMPLETE\",\"text\":\"最終診察日\"}");
        assertThat(doctor.get("/office").body()).contains("差し戻された意見書</span><strong>1 件");
        tellsByMail(doctor);
        assertThat(LetterForm.act(doctor, letter, "SETTLE")).contains("対応済みにしました", "差戻し");
        assertThat(doctor.get("/office").body()).contains("差し戻された意見書</span><strong>0 件");
        assertThat(OfficeBrowser.of(SampleOffice.facility(insurer))
                        .get("/office")
                        .body())
                .as("老健")
                .contains("/office/opinions");
        assertThat(OfficeBrowser.of(SampleOffice.near(insurer)).get("/office").body())
                .doesNotContain("/office/opinions");
    }

    private void tellsByMail(OfficeBrowser doctor) {
        assertThat(doctor.post("/office/users/notices", Map.of("wanted", "true"))
                        .body())
                .contains("メールのお知らせを始めました");
        TestServer.bean(Notices.class).run();
        assertThat(TestServer.mailsTo(clinic.mail()).stream().filter(mail -> mail.contains("新しいお知らせ")))
                .singleElement()
                .asString()
                .contains("差し戻された主治医意見書：1件")
                .doesNotContain("9000000001", "最終診察日");
    }
}

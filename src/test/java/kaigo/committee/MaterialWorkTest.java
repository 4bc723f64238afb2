package kaigo.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import kaigo.Await;
import kaigo.Browser;
import kaigo.SampleUsers;
import kaigo.TestServer;
import kaigo.documents.Pdfs;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** What the jobs do: mails once each, the end of a set, and a page that cannot be drawn. */
class MaterialWorkTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Browser city = Browser.of(insurer);
    private final Browser one = SampleUsers.member(insurer, "one");
    private final MeetingNotices notices = TestServer.bean(MeetingNotices.class);
    private final MaterialWork work = TestServer.bean(MaterialWork.class);

    @Test
    void each_member_is_told_once_of_the_set_its_change_and_its_recall_with_the_link_and_of_nobody() {
        SampleMaterial sample = SampleMaterial.of(insurer, city).published("one");
        notices.run();
        notices.run();
        assertThat(mails("公開されました")).isEqualTo(1);
        sample.replace(SampleMaterial.papers("B3"), "直しました");
        notices.run();
        notices.run();
        assertThat(mails("差し替えられました")).isEqualTo(1);
        sample.recall("誤り");
        notices.run();
        notices.run();
        assertThat(mails("取り戻したため")).isEqualTo(1);
        assertThat(TestServer.mailsTo("one@" + insurer.value() + ".example"))
                .filteredOn(mail -> mail.contains("認定審査会の資料"))
                .hasSize(3)
                .allSatisfy(mail -> assertThat(mail)
                        .contains("/committee/" + sample.id())
                        .doesNotContain(SampleMaterial.FIRST, SampleMaterial.SECOND, "誤り"));
    }

    @Test
    void nobody_is_told_before_the_opening_nor_of_a_recall_before_it() {
        SampleMaterial sample =
                SampleMaterial.of(insurer, city).with("openFromOn", "20261121").published("one");
        notices.run();
        sample.recall("誤り");
        notices.run();
        assertThat(mails("認定審査会の資料")).isZero();
    }

    @Test
    void at_the_end_notes_levels_and_pictures_go_the_pdf_is_purged_and_the_receipts_stay() {
        SampleMaterial sample = SampleMaterial.of(insurer, city).published("one");
        one.get(sample.ofMember() + "/pages/1");
        save(sample, "/notes", Map.of("page", "1", "caseId", "1", "casePage", "1", "words", "メモ"));
        save(sample, "/levels", Map.of("caseId", "1", "level", "CARE_1", "reason", ""));
        assertThat(count("committee.note") + count("committee.level")).isEqualTo(2);
        Loads.database()
                .sql(
                        "update committee.meeting set open_to = timestamptz '2026-11-20 08:59+09' where insurer_number = ?")
                .param(insurer.value())
                .update();

        Await.until(() -> !work.erase() && count("committee.note") == 0, DEADLINE);

        assertThat(count("committee.level")).isZero();
        assertThat(count("documents.page")).isZero();
        assertThat(count("documents.document where ask_at is not null and insurer_number = ?"))
                .as("the purge asks for it")
                .isOne();
        assertThat(count("documents.named where insurer_number = ?")).isZero();
        assertThat(city.get(sample.ofMunicipality()).body()).contains("公開終了", "1 / 4", "1 / 2 件");
    }

    @Test
    void a_page_that_cannot_be_drawn_says_so_and_the_others_are_there() {
        byte[] broken = Pdfs.raw(
                "[3 0 R 5 0 R]",
                "/Contents 4 0 R/Resources<</XObject<</P 4 0 R>>>>",
                "<</Length 0>>stream\n\nendstream",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 0 0]>>");
        SampleMaterial sample = SampleMaterial.of(insurer, city)
                .showing(broken)
                .with("pages", "2")
                .with("caseStartOf2", "2")
                .published("one");

        assertThat(one.get(sample.ofMember() + "/pages/1").body()).contains("/pages/1/picture");
        assertThat(one.get(sample.ofMember() + "/pages/2").body()).contains("画像にできませんでした");
        assertThat(one.get(sample.ofMember() + "/pages/2/picture").statusCode()).isEqualTo(404);
    }

    private void save(SampleMaterial sample, String what, Map<String, String> form) {
        Map<String, String> sent = new java.util.HashMap<>(form);
        sent.put("_csrf", one.csrf());
        assertThat(one.post(sample.ofMember() + what, sent).body()).contains("保存しました");
    }

    private long mails(String words) {
        return TestServer.mailsTo("one@" + insurer.value() + ".example").stream()
                .filter(mail -> mail.contains(words))
                .count();
    }

    private int count(String table) {
        String where = table.contains(" where ") ? "" : " where insurer_number = ?";
        return Loads.database()
                .sql("select count(*) from " + table + where)
                .param(insurer.value())
                .query(Integer.class)
                .single();
    }
}

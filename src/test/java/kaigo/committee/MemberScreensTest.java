package kaigo.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kaigo.Browser;
import kaigo.SampleUsers;
import kaigo.TestServer;
import kaigo.documents.Pdfs;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 委員の画面: own meetings only, while they are open, in the way that was chosen; what is not open is as if it were not there. */
class MemberScreensTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Browser city = Browser.of(insurer);
    private final Browser one = SampleUsers.member(insurer, "one");
    private final Browser two = SampleUsers.member(insurer, "two");

    @ParameterizedTest
    @ValueSource(strings = {"", "/pages/1", "/pages/1/picture", "/pdf"})
    void who_is_not_invited_and_who_is_of_another_insurer_finds_nothing(String below) {
        SampleMaterial sample = SampleMaterial.of(insurer, city).published("one");
        Browser stranger = SampleUsers.member(TestServer.insurerDaily(), "one");

        assertThat(one.bytes(sample.ofMember() + below).statusCode()).isEqualTo(200);
        assertThat(two.get(sample.ofMember() + below).statusCode()).isEqualTo(404);
        assertThat(stranger.get(sample.ofMember() + below).statusCode()).isEqualTo(404);
        assertThat(two.get("/committee").body()).doesNotContain(sample.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/pages/1", "/pages/1/picture", "/pdf"})
    void before_the_opening_and_after_the_end_there_is_nothing(String below) {
        SampleMaterial sample =
                SampleMaterial.of(insurer, city).with("openFromOn", "20261121").published("one");
        assertThat(one.get(sample.ofMember() + below).statusCode()).isEqualTo(404);
        assertThat(one.get("/committee").body()).doesNotContain(sample.id());

        move(sample, "open_from = open_from - interval '3 days'");
        assertThat(one.bytes(sample.ofMember() + below).statusCode()).isEqualTo(200);
        move(sample, "open_to = timestamptz '2026-11-20 08:59+09'");
        assertThat(one.get(sample.ofMember() + below).statusCode()).isEqualTo(404);
        assertThat(one.get("/committee").body()).doesNotContain(sample.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/pages/1", "/pages/1/picture", "/pdf"})
    void what_was_called_back_is_gone_at_once_and_whoever_was_invited_learns_why(String below) {
        SampleMaterial sample = SampleMaterial.of(insurer, city).published("one");
        assertThat(sample.recall("").body()).contains("取り戻す理由を");
        assertThat(sample.recall("宛先の誤り").body()).contains("資料を取り戻しました");

        var answer = one.get(sample.ofMember() + below);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("取り戻されました", "宛先の誤り").doesNotContain(SampleMaterial.FIRST);
        assertThat(one.get("/committee").body()).contains("宛先の誤り");
        assertThat(two.get(sample.ofMember() + below).statusCode()).isEqualTo(404);
        assertThat(sample.recall("もう一度").body()).contains("すでに取り戻した");
    }

    /** More than may wait for a drawing: as many as may open a set at once. */
    @Test
    void a_page_that_is_not_drawn_yet_is_drawn_once_for_all_who_ask() throws Exception {
        SampleMaterial sample = SampleMaterial.of(insurer, city).published("one");
        String picture = sample.ofMember() + "/pages/4/picture";
        one.bytes(picture);
        Loads.database()
                .sql("delete from documents.page where insurer_number = ?")
                .param(insurer.value())
                .update();
        Callable<Integer> asking = () -> one.bytes(picture).statusCode();
        try (ExecutorService threads = Executors.newFixedThreadPool(40)) {
            for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(40, asking))) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void only_the_way_that_was_chosen_is_open() {
        SampleMaterial pages =
                SampleMaterial.of(insurer, city).with("viewing", "2").published("one");
        assertThat(one.get(pages.ofMember() + "/pdf").statusCode()).isEqualTo(404);
        assertThat(one.get(pages.ofMember()).body()).doesNotContain("/pdf\"");

        SampleMaterial file =
                SampleMaterial.of(insurer, city).with("viewing", "1").published("one");
        assertThat(one.bytes(file.ofMember() + "/pdf").body()).isEqualTo(file.pdf());
        assertThat(one.get(file.ofMember() + "/pages/1").statusCode()).isEqualTo(404);
        assertThat(one.get(file.ofMember() + "/pages/1/picture").statusCode()).isEqualTo(404);
        assertThat(one.get(file.ofMember()).body()).doesNotContain("/pages/");
    }

    @Test
    void a_page_that_is_not_there_is_not_found_and_no_cache_keeps_one_that_is() {
        SampleMaterial sample = SampleMaterial.of(insurer, city).published("one");

        assertThat(one.get(sample.ofMember() + "/pages/5").statusCode()).isEqualTo(404);
        assertThat(one.get(sample.ofMember() + "/pages/0").statusCode()).isEqualTo(404);
        assertThat(one.get(sample.ofMember() + "/pages?page=x&from=2").body()).contains("ページ番号は、1 からの数字");
        var picture = one.bytes(sample.ofMember() + "/pages/2/picture");
        assertThat(picture.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(one.get(sample.ofMember() + "/pages/2").body()).contains("A2");
    }

    @Test
    void a_note_and_a_level_are_their_writers_own() {
        SampleMaterial sample = SampleMaterial.of(insurer, city).published("one", "two");
        assertThat(note(two, sample, "1", "二人目のメモ")).contains("メモを保存しました");
        assertThat(level(two, sample, "CARE_5")).contains("事前の判定を保存しました");

        assertThat(two.get(sample.ofMember() + "/pages/1").body()).contains("二人目のメモ");
        assertThat(one.get(sample.ofMember() + "/pages/1").body()).doesNotContain("二人目のメモ");
        assertThat(one.get(sample.ofMember()).body())
                .as("the chair sees the level")
                .contains("<td class=\"nowrap\">要介護5</td>");
        assertThat(two.get(sample.ofMember()).body()).doesNotContain("<td class=\"nowrap\">");
        assertThat(note(two, sample, "1", "")).contains("メモを保存しました");
        assertThat(two.get(sample.ofMember() + "/pages/1").body()).doesNotContain("二人目のメモ");
    }

    @Test
    void what_cannot_be_saved_is_said_and_stands_in_the_form_again() {
        SampleMaterial sample = SampleMaterial.of(insurer, city).published("one");

        assertThat(note(one, sample, "1", "番号は123456789012です")).contains("12 桁以上続く数字", "番号は123456789012です</textarea>");
        assertThat(note(one, sample, "1", "あ".repeat(2001))).contains("2000 文字まで");
        assertThat(note(one, sample, "7", "なくなった案件")).contains("資料からなくなりました", "なくなった案件</textarea>");
        move(sample, "planned_at = timestamptz '2026-11-20 08:59+09'");
        assertThat(level(one, sample, "CARE_1")).contains("開催の時刻を過ぎたため");
        assertThat(Loads.database()
                        .sql("select (select count(*) from committee.note where insurer_number = :i)"
                                + " + (select count(*) from committee.level where insurer_number = :i)")
                        .param("i", insurer.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_new_version_carries_notes_and_levels_on_and_shows_its_own_pages() {
        SampleMaterial sample = SampleMaterial.of(insurer, city).published("one");
        note(one, sample, "1", "引き継ぐメモ");
        level(one, sample, "CARE_1");

        byte[] longer = new kaigo.documents.PaperPdf()
                .pages("cover", "cover")
                .section("案件1", "A1", "A2")
                .section("案件2", "B1")
                .bytes();
        assertThat(sample.with("pages", "5")
                        .with("plannedTime", "14:00")
                        .replace(longer, "表紙を付けました")
                        .body())
                .contains("新しい版を公開しました");

        assertThat(one.get(sample.ofMember()).body()).contains("表紙を付けました", "第2版", "14:00");
        assertThat(one.get(sample.ofMember() + "/pages/1").body()).contains("引き継ぐメモ");
        assertThat(one.get(sample.ofMember()).body()).contains("<option value=\"CARE_1\" selected>");
        assertThat(one.bytes(sample.ofMember() + "/pdf").body()).hasSameSizeAs(longer);
        assertThat(Pdfs.sha256(one.bytes(sample.ofMember() + "/pdf").body())).isEqualTo(Pdfs.sha256(longer));
    }

    private static String note(Browser member, SampleMaterial sample, String caseId, String words) {
        return post(member, sample, "/notes", Map.of("page", "1", "caseId", caseId, "casePage", "1", "words", words));
    }

    private static String level(Browser member, SampleMaterial sample, String level) {
        return post(member, sample, "/levels", Map.of("caseId", "1", "level", level, "reason", ""));
    }

    private static String post(Browser member, SampleMaterial sample, String what, Map<String, String> form) {
        Map<String, String> sent = new HashMap<>(form);
        sent.put("_csrf", member.csrf());
        return member.post(sample.ofMember() + what, sent).body();
    }

    private void move(SampleMaterial sample, String what) {
        Loads.database()
                .sql("update committee.meeting set " + what + " where insurer_number = ? and meeting = ?::uuid")
                .params(insurer.value(), sample.id())
                .update();
    }
}

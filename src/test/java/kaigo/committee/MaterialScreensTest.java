package kaigo.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import kaigo.Browser;
import kaigo.SampleUsers;
import kaigo.TestServer;
import kaigo.documents.PaperPdf;
import kaigo.documents.Pdfs;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import org.apache.pdfbox.cos.COSDictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 審査会資料 on the municipality's screen: what is taken, what is not, and that nothing typed is lost. */
class MaterialScreensTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Browser city = Browser.of(insurer);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                png          | PDF ではありません
                polyglot     | PDF ではありません
                script       | スクリプトを含む PDF は受け付けられません
                file inside  | ファイルが添付された PDF は受け付けられません
                encrypted    | 暗号化された
                cut off      | 途中で切れているか
                10,000 pages | ページ数が上限（9,999 ページ）を超えています
                too large    | 上限（20 MB）を超えています
                """)
    void what_is_no_sound_pdf_gets_its_clear_answer_and_is_not_kept(String what, String words) {
        var answer = SampleMaterial.of(insurer, city).upload("/new", hostile(what));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("ご確認ください").contains(words);
        assertThat(count("documents.document")).isZero();
        assertThat(SampleMaterial.of(insurer, city)
                        .upload("/new", Pdfs.plain(1, what))
                        .body())
                .as("others go on")
                .contains("審査会と委員・案件");
    }

    private static byte[] hostile(String what) {
        byte[] sound = new PaperPdf().pages("sound").bytes();
        return switch (what) {
            case "png" -> PNG;
            case "polyglot" -> joined("<script>alert(1)</script>\n".getBytes(StandardCharsets.UTF_8), sound);
            case "script" -> Pdfs.script();
            case "file inside" -> Pdfs.catalog("AF", embedded());
            case "encrypted" -> Pdfs.encrypted("");
            case "cut off" -> java.util.Arrays.copyOf(sound, sound.length / 2);
            case "10,000 pages" -> Pdfs.plain(10_000, "x");
            case "too large" -> joined(sound, new byte[20 * 1024 * 1024]);
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static COSDictionary embedded() {
        COSDictionary file = new COSDictionary();
        file.setName(org.apache.pdfbox.cos.COSName.TYPE, "EmbeddedFile");
        return file;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }

    @Test
    void what_is_wrong_is_said_at_the_field_and_what_was_typed_stands_there_again() {
        SampleUsers.member(insurer, "one");
        SampleMaterial sample = SampleMaterial.of(insurer, city).uploaded();

        String page = sample.with("panelNo", "x")
                .with("openToOn", "20261101")
                .publishAgain()
                .body();

        assertThat(page)
                .contains("合議体番号を、5桁までの数字で")
                .contains("いまより後の")
                .contains("委員を一人以上")
                .contains("value=\"x\"")
                .contains("value=\"" + SampleMaterial.FIRST + "\"")
                .contains("value=\"13:30\"");
        assertThat(count("committee.meeting")).isZero();
    }

    @Test
    void a_set_has_a_receipt_for_each_member_and_neither_notes_nor_levels() {
        Browser one = SampleUsers.member(insurer, "one");
        SampleMaterial sample = SampleMaterial.of(insurer, city).published("one");
        one.get(sample.ofMember() + "/pages/1");
        one.get(sample.ofMember() + "/pages/3");
        save(one, sample, "/notes", Map.of("page", "1", "caseId", "1", "casePage", "1", "words", "ひみつのメモ"));
        save(one, sample, "/levels", Map.of("caseId", "1", "level", "CARE_4", "reason", "ひみつの理由"));
        one.bytes(sample.ofMember() + "/pdf");

        String page = city.get(sample.ofMunicipality()).body();

        assertThat(page).contains("2 / 4").contains("1 / 2 件").doesNotContain("要介護4", "ひみつ");
        assertThat(Loads.database()
                        .sql("select downloaded_version from committee.invitation where insurer_number = ?")
                        .param(insurer.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void another_insurer_sees_nothing_of_it() {
        SampleUsers.member(insurer, "one");
        SampleMaterial sample = SampleMaterial.of(insurer, city).published("one");
        Browser other = Browser.of(TestServer.insurerDaily());

        assertThat(other.get(sample.ofMunicipality()).statusCode()).isEqualTo(404);
        assertThat(other.get("/committee-material").body()).doesNotContain(sample.id());
        assertThat(other.post(sample.ofMunicipality() + "/recall", Map.of("recallReason", "誤り", "_csrf", other.csrf()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.get("/committee-material/new/" + Pdfs.sha256(sample.pdf()))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void only_members_of_the_own_insurer_can_be_invited() {
        SampleUsers.member(TestServer.insurerDaily(), "stranger");
        SampleMaterial sample = SampleMaterial.of(insurer, city).uploaded();

        assertThat(sample.with("members", "stranger")
                        .with("chair", "stranger")
                        .publishAgain()
                        .body())
                .contains("委員を一人以上選んでください");
        assertThat(sample.with("members", "tanto")
                        .with("chair", "tanto")
                        .publishAgain()
                        .body())
                .contains("委員を一人以上選んでください");
    }

    private static void save(Browser member, SampleMaterial sample, String what, Map<String, String> form) {
        Map<String, String> sent = new java.util.HashMap<>(form);
        sent.put("_csrf", member.csrf());
        assertThat(member.post(sample.ofMember() + what, sent).body()).contains("保存しました");
    }

    private int count(String table) {
        return Loads.database()
                .sql("select count(*) from " + table + " where insurer_number = ?")
                .param(insurer.value())
                .query(Integer.class)
                .single();
    }
}

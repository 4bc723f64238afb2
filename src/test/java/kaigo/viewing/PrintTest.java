package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** 印刷 of what a look shows. */
class PrintTest {

    private final Desk desk = Desk.open();

    @Test
    void a_print_says_who_printed_it_and_is_on_record_as_one() throws Exception {
        desk.records().send("M02", row -> row);
        desk.records().send("M03", row -> row);
        desk.records().send("M04", row -> row);
        desk.records().send("M04", row -> FullRecords.with(row, "certKind", "02"));
        desk.records().send("M08", row -> FullRecords.certified(row, "1"));
        desk.add(Map.of());
        for (Printout printout : Printout.values()) {
            HttpResponse<byte[]> print =
                    desk.browser().bytes(desk.person() + "/print/" + printout.path() + "?application=1");
            assertThat(print.headers().firstValue("Content-Type"))
                    .as(printout.path())
                    .contains("application/pdf");
            assertThat(print.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-store");
            try (PDDocument document = Loader.loadPDF(print.body())) {
                assertThat(new PDFTextStripper().getText(document))
                        .as(printout.path())
                        .contains("見本　計", "架空居宅", desk.office().id.number(), "令和8年11月20日", "架空　太郎")
                        .contains(print.headers().firstValue("X-Request-Id").orElseThrow());
            }
        }
        assertThat(Loads.database()
                        .sql("select count(*) from audit.entry where actor = ? and detail like '%\"act\":\"PRINTED\"%'")
                        .param(desk.office().viewer().actor())
                        .query(Integer.class)
                        .single())
                .isEqualTo(Printout.values().length);
        assertThat(desk.browser()
                        .get(desk.person() + "/print/survey?application=99")
                        .statusCode())
                .isEqualTo(404);
        assertThat(desk.browser().get(desk.person() + "/print/letter").statusCode())
                .isEqualTo(404);
    }

    @Test
    void each_certificate_can_be_printed_alone_from_its_place() throws Exception {
        desk.records().send("M02", row -> row);
        desk.records().send("M04", row -> FullRecords.with(row, "certKind", "02"));
        desk.records().send("M04", row -> FullRecords.with(row, "certKind", "03"));
        desk.add(Map.of());
        assertThat(desk.browser().get(desk.person()).body())
                .contains("/print/insurance-card?kind=insurance", "/print/reduction?kind=kind-03")
                .doesNotContain("/print/burden-ratio");
        HttpResponse<byte[]> print = desk.browser().bytes(desk.person() + "/print/reduction?kind=kind-03");
        try (PDDocument document = Loader.loadPDF(print.body())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("社会福祉法人等利用者負担軽減確認証", "確認用写し（証としての効力はありません）", "昭和9年6月11日（1934/06/11）")
                    .doesNotContain("利用者負担額減額・免除認定証", "介護保険被保険者証");
        }
        assertThat(desk.browser()
                        .get(desk.person() + "/print/reduction?kind=kind-04")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_protected_person_has_neither_an_address_nor_a_facility_on_the_copy() throws Exception {
        desk.records().send("M02", row -> row);
        Loads.load(
                desk.insurer(),
                new M01File(desk.insurer(), "D")
                        .createdAt("20261120230000")
                        .add("2", FullRecords.PERSON, "", "架空　太郎", "20261120120000")
                        .with(24, "1"));
        desk.add(Map.of());
        HttpResponse<byte[]> print = desk.browser().bytes(desk.person() + "/print/insurance-card?kind=insurance");
        try (PDDocument document = Loader.loadPDF(print.body())) {
            assertThat(new PDFTextStripper().getText(document).split("表示できません"))
                    .as("住所 and the names of two facilities")
                    .hasSize(4);
        }
    }

    @Test
    void what_may_not_be_read_is_not_printed_and_the_page_says_why() {
        desk.records().send("M08", row -> FullRecords.certified(row, "0"));
        assertThat(desk.browser().get(desk.person() + "/print/consent").body()).contains("この方の本人確認が済んでいません");
        desk.add(Map.of());
        HttpResponse<String> refused = desk.browser().get(desk.person() + "/print/survey?application=1");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("ご本人の有効な包括同意がありません");
    }

    @Test
    void a_character_that_cannot_be_printed_is_named_before() {
        desk.records().send("M08", row -> FullRecords.certified(row, "1"));
        Loads.database()
                .sql("update insured.person set name = '𠮷田　太郎' where insurer_number = ?")
                .param(desk.insurer().value())
                .update();
        desk.add(Map.of());
        String page = desk.browser()
                .get(desk.person() + "/print/survey?application=1")
                .body();
        assertThat(page).contains("「𠮷」（U+20BB7）").contains("?anyway=true&amp;application=1");
        assertThat(desk.browser()
                        .bytes(desk.person() + "/print/survey?anyway=true&application=1")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/pdf");
    }
}

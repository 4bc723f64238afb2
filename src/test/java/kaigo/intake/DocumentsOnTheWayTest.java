package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.documents.Pdfs;
import kaigo.layout.Control;
import kaigo.layout.FileName;
import kaigo.layout.Form;
import kaigo.layout.Layouts;
import kaigo.layout.ProcessingType;
import kaigo.layout.RecordWriter;
import kaigo.layout.Row;
import kaigo.layout.SampleRecord;
import kaigo.layout.Sheet;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 帳票イメージ (M12) と 認定審査会資料 (M11), index and documents, by screen and by API over real HTTP. */
class DocumentsOnTheWayTest {

    private static final String PERSON = "0000000001";
    private static final String PDF = "application/pdf";
    private static final Pattern RECEIPT = Pattern.compile("/files/([0-9]{6}-[0-9]{8}-[0-9]{6})");

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Browser browser = Browser.of(insurer);
    private final Systems system = Systems.of(insurer);
    private final byte[] survey = Pdfs.plain(2, "survey " + insurer.value());
    private final byte[] opinion = Pdfs.plain(3, "opinion " + insurer.value());
    private int minute;

    @BeforeEach
    void a_person_with_an_application() {
        Loads.load(
                insurer, new M01File(insurer, "D").createdAt("20261120050000").add("1", PERSON, "", "架空　太郎"));
        Loads.awaitFinal(Loads.accepted(Loads.offer(
                insurer, file("M08", List.of(sample("M08", 2))).bytes(), null)));
    }

    @Test
    void an_archive_may_hold_the_index_before_its_documents() {
        File index = forms("1", form("1", survey, 2), form("2", opinion, 3));
        byte[] zip = ArchiveTest.zipOf(index.name(), index.bytes(), "a.pdf", survey, "意見書.PDF", opinion);

        String answer = Uploads.put(browser, "files.zip", zip).body();

        assertThat(answer)
                .contains("預かりました")
                .contains("files.zip")
                .contains("PDF 2 件、5 ページ")
                .contains(index.name())
                .doesNotContain("a.pdf");
        assertThat(results(answer)).containsExactly("30", "30");
        assertThat(kinds()).containsExactly("1 2", "2 3");
    }

    @Test
    void documents_may_come_before_the_index_each_by_itself() {
        assertThat(Uploads.put(browser, "survey.pdf", survey).body()).contains("預かりました");
        File index = forms("1", form("1", survey, 2));

        assertThat(results(Uploads.put(browser, index.name(), index.bytes()).body()))
                .containsExactly("30");
    }

    @Test
    void a_form_without_script_may_hold_them_in_any_order() throws IOException {
        File index = forms("1", form("1", survey, 2));

        String page = new Uploads.Multipart()
                .file(index.name(), index.bytes())
                .file("survey.pdf", survey)
                .post(browser, browser.csrf())
                .body();

        assertThat(results(page)).containsExactly("30");
    }

    @Test
    void a_record_whose_document_is_not_there_is_refused_and_its_neighbours_are_not() {
        File index = forms("1", form("1", survey, 2), form("2", opinion, 3), form("3", opinion, 2));
        byte[] zip =
                ArchiveTest.zipOf(index.name(), index.bytes(), "opinion.pdf", opinion, "survey.pdf", Pdfs.script());

        String answer = Uploads.put(browser, "files.zip", zip).body();

        assertThat(answer)
                .contains("survey.pdf")
                .contains("スクリプトを含む PDF は受け付けられません")
                .contains("PDF 1 件、3 ページ");
        assertThat(results(answer)).containsExactly("39 E4009", "30", "39 E4010");
        String page = browser.get("/files/" + receipt(answer)).body();
        assertThat(page).contains("届いた PDF のページ数（3 ページ）と異なります").contains("PDF が届いていないか");
    }

    @Test
    void by_api_the_documents_come_first() throws IOException {
        File early = forms("1", form("1", survey, 2));
        assertThat(post(early)).containsExactly("39 E4009");

        String path = "/v1/insurers/" + insurer.value() + "/documents/" + Pdfs.sha256(survey);
        assertThat(system.put(path, PDF, survey).statusCode()).isEqualTo(201);
        assertThat(post(forms("1", form("1", survey, 2)))).containsExactly("30");
    }

    @Test
    void another_image_replaces_the_first_which_is_history_and_stays_there() throws IOException {
        Uploads.put(browser, "survey.pdf", survey);
        Uploads.put(browser, "opinion.pdf", opinion);
        post(forms("1", form("1", survey, 2)));

        assertThat(post(forms("2", form("1", survey, 2)))).containsExactly("30");
        assertThat(count("certification.form_history")).as("unchanged").isZero();
        assertThat(post(forms("2", form("1", opinion, 3)))).containsExactly("30");
        assertThat(post(forms("3", form("1", opinion, 3)))).containsExactly("30");

        assertThat(Loads.database()
                        .sql("select sha256 from certification.form_history where insurer_number = ? order by revision")
                        .param(insurer.value())
                        .query(String.class)
                        .list())
                .containsExactly(Pdfs.sha256(survey), Pdfs.sha256(opinion));
        assertThat(count("certification.form", "deleted_at is not null")).isOne();
    }

    @Test
    void papers_of_a_meeting_are_about_nobody_and_hold_cases_of_other_insurers() throws IOException {
        Uploads.put(browser, "papers.pdf", survey);

        assertThat(post(material("1", survey, 2, "1"))).containsExactly("30");
        assertThat(post(material("2", survey, 2, "2"))).containsExactly("30");
        assertThat(count("committee.material")).isOne();
        assertThat(count("committee.material_case"))
                .as("once for each revision")
                .isEqualTo(4);
        assertThat(count("committee.material_member")).isEqualTo(2);
        assertThat(count("committee.material_case", "case_insurer_number = '131045'"))
                .isEqualTo(2);
        assertThat(post(material("2", survey, 2, "9"))).containsExactly("39 E3009 E3009");
        assertThat(post(material("2", opinion, 3, "1"))).containsExactly("39 E4009");
        assertThat(post(material("3", survey, 2, "2"))).containsExactly("30");
        assertThat(post(material("2", survey, 2, "2"))).containsExactly("39 E2103");
    }

    @Test
    void a_re_send_of_papers_does_not_undo_what_a_later_file_said() throws IOException {
        Uploads.put(browser, "papers.pdf", survey);
        Uploads.put(browser, "other.pdf", opinion);
        File late = material("2", survey, 2, "2");
        post(material("1", survey, 2, "1"));
        post(material("2", opinion, 3, "1"));

        assertThat(post(late.as(ProcessingType.RESEND))).containsExactly("31 W2203");
        assertThat(count("committee.material", "pages = 3")).isOne();
    }

    /** A file that can be written again under another 処理区分. */
    private record File(Control control, List<Row> rows) {
        File as(ProcessingType process) {
            return new File(
                    new Control(
                            control.interfaceId(),
                            control.version(),
                            control.insurerNumber(),
                            process,
                            control.baseDate(),
                            control.createdAt(),
                            control.dataCount(),
                            control.senderSystem()),
                    rows);
        }

        String name() {
            return FileName.of(control, 1, Form.NDJSON).toString();
        }

        byte[] bytes() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (RecordWriter writer =
                    RecordWriter.open(out, Form.NDJSON, control, rows.getFirst().layout())) {
                rows.forEach(writer::write);
            }
            return out.toByteArray();
        }
    }

    private record Image(String kind, byte[] pdf, int pages) {}

    private static Image form(String kind, byte[] pdf, int pages) {
        return new Image(kind, pdf, pages);
    }

    private File forms(String updateType, Image... images) {
        List<Row> rows = new ArrayList<>();
        for (Image image : images) {
            Row row = sample("M12", rows.size() + 2);
            set(row, "updateType", updateType);
            set(row, "formKind", image.kind());
            set(row, "sha256", Pdfs.sha256(image.pdf()));
            set(row, "pages", String.valueOf(image.pages()));
            rows.add(row);
        }
        return file("M12", rows);
    }

    /** With a case of another insurer beside the own one. */
    private File material(String updateType, byte[] pdf, int pages, String startPage) {
        Row row = sample("M11", 2);
        set(row, "updateType", updateType);
        set(row, "sha256", Pdfs.sha256(pdf));
        set(row, "pages", String.valueOf(pages));
        Sheet cases = row.layout().sheet("cases");
        Row own = row.sheet(cases).getFirst();
        set(own, "startPage", startPage);
        Row other = row.addTo(cases);
        own.layout().ownItems().forEach(item -> other.text(item.position(), own.text(item.position())));
        set(other, "caseInsurerNumber", "131045");
        return file("M11", List.of(row));
    }

    private Row sample(String interfaceId, int number) {
        Row row = SampleRecord.full(Layouts.newest(interfaceId).orElseThrow(), number);
        set(row, "insurerNumber", insurer.value());
        return row;
    }

    private static void set(Row row, String code, String value) {
        row.text(row.layout().position(code), value);
    }

    private File file(String interfaceId, List<Row> rows) {
        LocalDateTime created = LocalDateTime.of(2026, 11, 20, 6, 0).plusMinutes(minute++);
        LocalDate day = LocalDate.of(2026, 11, 20);
        return new File(
                new Control(
                        interfaceId, "2.02", insurer.value(), ProcessingType.DAILY, day, created, rows.size(), "test"),
                rows);
    }

    /** By API; answers the results of its records. */
    private List<String> post(File file) throws IOException {
        String path = "/v1/insurers/" + insurer.value() + "/" + file.control().interfaceId() + "/registrations";
        HttpResponse<String> sent = system.post(path, "application/x-ndjson", file.bytes());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        String location = sent.headers().firstValue("Location").orElseThrow();
        return results("/files" + location.substring(location.lastIndexOf('/')));
    }

    private static List<String> results(String page) {
        Receipt receipt = Receipt.parse(receipt(page)).orElseThrow();
        Loads.awaitFinal(receipt);
        return Loads.results(receipt);
    }

    private static String receipt(String page) {
        Matcher receipt = RECEIPT.matcher(page);
        assertThat(receipt.find()).as(page).isTrue();
        return receipt.group(1);
    }

    private List<String> kinds() {
        return Loads.database()
                .sql("select form_kind || ' ' || pages from certification.form where insurer_number = ? order by 1")
                .param(insurer.value())
                .query(String.class)
                .list();
    }

    private int count(String table) {
        return count(table, "true");
    }

    private int count(String table, String condition) {
        return Loads.database()
                .sql("select count(*) from " + table + " where insurer_number = ? and " + condition)
                .param(insurer.value())
                .query(Integer.class)
                .single();
    }
}

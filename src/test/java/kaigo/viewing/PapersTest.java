package kaigo.viewing;

import static kaigo.viewing.OfficeSoftware.ng;
import static kaigo.viewing.OfficeSoftware.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.documents.Documents;
import kaigo.documents.Kept;
import kaigo.documents.Pdfs;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The papers of one application, and the PDFs of its forms. */
class PapersTest {

    private static final String OTHER = "0000000002";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final OfficeSoftware software = OfficeSoftware.of(SampleOffice.near(insurer));
    private final String path = "/api/v1/users/" + Handles.of(insurer, FullRecords.PERSON);
    private final byte[] pdf = Pdfs.plain(1, "kakuu " + insurer.value());
    private final String hash = Pdfs.sha256(pdf);

    @BeforeEach
    void one_certified_application_with_the_image_of_its_survey() {
        TestServer.start(insurer);
        records.person();
        keep(pdf);
        records.send("M08", row -> FullRecords.certified(row, "1"));
        records.send("M12", row -> FullRecords.with(row, "sha256", hash));
        ok(software.verify(ReadingApiTest.card(insurer)));
    }

    @Test
    void the_papers_of_one_application_come_one_by_one() {
        assertThat(ok(software.get(path + "/certifications/1/survey")).at("/records/0/overview"))
                .hasSize(1);
        assertThat(ok(software.get(path + "/certifications/1/opinion")).at("/records/0/opinion"))
                .hasSize(1);
        assertThat(ok(software.get(path + "/certifications/1/committee-sheet")).at("/records/0/careLevel"))
                .isNotNull();
        assertThat(software.get(path + "/certifications/1/secret").statusCode()).isEqualTo(404);
        assertThat(software.get(path + "/certifications/x/survey").statusCode()).isEqualTo(404);
    }

    @Test
    void an_application_that_is_not_certified_and_one_that_is_not_there_look_the_same() {
        records.send("M08", row -> FullRecords.with(ReadingApiTest.pending(row), "historyNo", "2"));
        String pending = withoutId(software.get(path + "/certifications/2/survey"));
        assertThat(pending).contains("NOT_YET_CERTIFIED");
        assertThat(withoutId(software.get(path + "/certifications/777/survey"))).isEqualTo(pending);
    }

    @Test
    void the_pdf_comes_as_it_was_sent_under_a_name_that_tells_nothing_of_the_person() {
        String listed =
                ok(software.get(path + "/forms")).at("/records/0/sha256").asString();
        assertThat(listed).isEqualTo(hash);
        HttpResponse<byte[]> answer = software.bytes(path + "/forms/" + hash);
        assertThat(answer.body()).isEqualTo(pdf);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"survey.pdf\"");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().allValues("Cache-Control").toString()).contains("no-store");
        assertThat(Loads.database()
                        .sql("select subjects::text || detail from audit.entry where request_id = ?")
                        .param(answer.headers().firstValue("X-Request-Id").orElseThrow())
                        .query(String.class)
                        .single())
                .contains(FullRecords.PERSON, "\"CERT_SURVEY\":\"VERIFIED_WITH_CONSENT\"")
                .doesNotContain("COMMITTEE_SHEET");
    }

    @Test
    void another_persons_document_one_that_does_not_exist_and_one_of_nobody_are_absent() {
        Loads.load(
                insurer, new M01File(insurer, "D").createdAt("20261120230000").add("1", OTHER, "", "架空　次郎"));
        byte[] others = Pdfs.plain(1, "another " + insurer.value());
        byte[] nobodys = Pdfs.plain(1, "nobody " + insurer.value());
        keep(others);
        keep(nobodys);
        records.send("M08", row -> FullRecords.with(FullRecords.certified(row, "1"), "insuredNumber", OTHER));
        records.send(
                "M12",
                row -> FullRecords.with(FullRecords.with(row, "insuredNumber", OTHER), "sha256", Pdfs.sha256(others)));
        for (String wrong : new String[] {Pdfs.sha256(others), Pdfs.sha256(nobodys), "0".repeat(64), "x"}) {
            HttpResponse<String> answer = software.get(path + "/forms/" + wrong);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("NOT_FOUND");
        }
    }

    @Test
    void without_consent_the_right_hash_and_a_wrong_one_get_the_same_reason() {
        records.send(
                "M09",
                row -> FullRecords.with(
                        FullRecords.with(FullRecords.with(row, "consentType", "3"), "route", "2"),
                        "consentOn",
                        "20261119"));
        HttpResponse<String> right = software.get(path + "/forms/" + hash);
        assertThat(ng(right)).isEqualTo("CONSENT_MISSING");
        assertThat(withoutId(software.get(path + "/forms/" + "0".repeat(64)))).isEqualTo(withoutId(right));
        String stranger =
                withoutId(software.get("/api/v1/users/" + Handles.of(insurer, "0000000999") + "/forms/" + hash));
        assertThat(stranger).contains("NOT_VERIFIED");
    }

    @Test
    void a_document_longer_than_a_part_comes_whole() {
        byte[] long1 = Pdfs.plain(1, "x".repeat(600_000) + insurer.value());
        keep(long1);
        records.send(
                "M12", row -> FullRecords.with(FullRecords.with(row, "formKind", "2"), "sha256", Pdfs.sha256(long1)));
        assertThat(software.bytes(path + "/forms/" + Pdfs.sha256(long1)).body()).isEqualTo(long1);
    }

    private void keep(byte[] document) {
        Kept kept = TestServer.bean(Documents.class)
                .receive(
                        InsurerViewer.staff(insurer, "test", "request"),
                        new ByteArrayInputStream(document),
                        Pdfs.sha256(document));
        assertThat(kept).isInstanceOf(Kept.Stored.class);
    }

    private static String withoutId(HttpResponse<String> response) {
        return response.statusCode() + response.body().replaceAll("\"(requestId|processedAt)\":\"[^\"]*\"", "");
    }
}

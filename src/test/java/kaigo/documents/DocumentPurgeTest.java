package kaigo.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import kaigo.TestServer;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DocumentPurgeTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final JdbcClient database = TestServer.bean(JdbcClient.class);

    @Test
    void a_document_that_no_record_names_goes_after_seven_days_with_its_parts() {
        keep("unnamed");

        daysLater(6);
        purge();
        assertThat(count("documents.document")).isOne();

        daysLater(1);
        purge();
        assertThat(count("documents.document")).isZero();
        assertThat(count("documents.part")).isZero();
    }

    @Test
    void a_document_that_comes_again_has_its_days_again() {
        keep("again");
        daysLater(6);

        keep("again");
        daysLater(6);
        purge();

        assertThat(count("documents.document")).isOne();
    }

    @Test
    void a_document_that_a_record_names_stays_also_when_the_record_names_another_one_later() {
        form("certification.form", "", keep("first"));
        form("certification.form_history", ", replaced_at", keep("second"));
        keep("unnamed");

        daysLater(8);
        purge();
        assertThat(count("documents.document")).isEqualTo(2);

        daysLater(800);
        purge();
        assertThat(count("documents.document")).isEqualTo(2);
    }

    @Test
    void papers_of_a_meeting_stay_too() {
        String sha256 = keep("meeting");
        database.sql("""
                insert into committee.material (insurer_number, material_no, revision, registered_at, content_hash,
                    source_updated_at, sheets_hash, sheets_revision, panel_no, planned_at, sha256, pages, viewing,
                    open_from, open_to)
                select ?, '1', 1, t, '', t, '', 1, '1', t, ?, 1, '1', t, t from (select timestamptz '2026-11-20' as t) s""").params(insurer.value(), sha256).update();

        daysLater(8);
        purge();

        assertThat(count("documents.document")).isOne();
    }

    private void form(String table, String more, String sha256) {
        database.sql("""
                insert into %s (insurer_number, insured_number, history_no, form_kind, revision, registered_at, content_hash,
                    source_updated_at, sha256, pages%s)
                select ?, '0000000001', '1', '1', 1, t, '', t, ?, 1%s from (select timestamptz '2026-11-20' as t) s""".formatted(table, more, more.isEmpty() ? "" : ", t"))
                .params(insurer.value(), sha256)
                .update();
    }

    private String keep(String text) {
        byte[] pdf = Pdfs.plain(1, text);
        Kept kept = TestServer.bean(Documents.class)
                .receive(
                        InsurerViewer.staff(insurer, "test", "request"),
                        new ByteArrayInputStream(pdf),
                        Pdfs.sha256(pdf));
        assertThat(kept).isInstanceOf(Kept.Stored.class);
        return Pdfs.sha256(pdf);
    }

    private void daysLater(int days) {
        database.sql(
                        "update documents.document set ask_at = ask_at - make_interval(days => ?) where insurer_number = ?")
                .params(days, insurer.value())
                .update();
    }

    private static void purge() {
        TestServer.bean(DocumentPurge.class).run();
    }

    private int count(String table) {
        return database.sql("select count(*) from " + table + " where insurer_number = ?")
                .param(insurer.value())
                .query(Integer.class)
                .single();
    }
}

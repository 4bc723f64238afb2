package kaigo.intake;

import java.util.List;
import kaigo.access.NotAboutAPerson;
import kaigo.shared.FederationViewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class SentClaimStore {

    private final JdbcClient database;

    SentClaimStore(JdbcClient database) {
        this.database = database;
    }

    /** For any insurer of its prefecture, the newest first; by the index of K01. */
    @NotAboutAPerson("states of the files that the viewer's own 国保連合会 has sent, no record")
    List<ReceivedFile> list(FederationViewer viewer, int offset, int limit) {
        return database.sql(
                        FileRow.SELECT + " where insurer_number between ? and ? and interface = 'K01'"
                                + " and starts_with(received_by, ?) order by received_at desc, insurer_number, receipt desc limit ? offset ?")
                .params(
                        viewer.prefectureCode() + "0000",
                        viewer.prefectureCode() + "9999",
                        viewer.senders(),
                        limit,
                        offset)
                .query(FileRow.READ)
                .list();
    }
}

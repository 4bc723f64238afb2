package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import kaigo.TestServer;
import kaigo.demo.DemoInstitutions;
import kaigo.documents.Kept;
import kaigo.generate.FictitiousInstitutions;
import kaigo.generate.GeneratedDocuments;
import kaigo.generate.MunicipalFiles;
import kaigo.generate.Records;
import kaigo.layout.Form;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;

/** Loads of generated files into an insurer of the test server. */
final class GeneratedLoads {

    private GeneratedLoads() {}

    /** The offices that generated records of the insurer's prefecture name. */
    static void knowInstitutions(InsurerNumber insurer) {
        FictitiousInstitutions institutions =
                new FictitiousInstitutions(insurer.value().substring(0, 2));
        TestServer.bean(DemoInstitutions.class).seed(institutions, "架空県");
    }

    /** The set-up is complete: daily files are taken. */
    static void takeDailyFiles(InsurerNumber insurer) {
        Insurers insurers = TestServer.bean(Insurers.class);
        Insurer loading = insurers.find(insurer).orElseThrow();
        insurers.put(loading.with(TestServer.TODAY.minusDays(1), TestServer.TODAY));
    }

    /** Loads the records up to what waits for another file or for the 中間サーバ. */
    static Receipt load(Records records) {
        Receipt receipt = send(records);
        awaitLoaded(receipt);
        return receipt;
    }

    static Receipt send(Records made) {
        Records records = withDocuments(made);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MunicipalFiles.write(out, records, Form.NDJSON);
        return Loads.accepted(Loads.offer(insurer(records), out.toByteArray(), records.fileName(Form.NDJSON)));
    }

    /** Hands in what the records name. */
    static Records withDocuments(Records records) {
        InsurerViewer sender = InsurerViewer.staff(insurer(records), "test", "request");
        AtomicReference<Records> again = new AtomicReference<>();
        TestServer.bean(Reception.class)
                .receiveAll(
                        sender,
                        delivery -> again.set(GeneratedDocuments.handIn(
                                records,
                                pdf -> assertThat(delivery.keep(new ByteArrayInputStream(pdf)))
                                        .isInstanceOf(Kept.Stored.class))));
        return again.get();
    }

    static void awaitLoaded(Receipt receipt) {
        Loads.awaitStatus(receipt, "status not in (10, 20)");
    }

    private static InsurerNumber insurer(Records records) {
        return records.population().insurer();
    }

    /** Every finding of a file as {@code line,id,item}, in the order of the lines. */
    static List<String> findings(Receipt receipt) {
        return Loads.database()
                .sql("""
                        select line || ',' || (f ->> 0) || ',' || coalesce(f ->> 1, '')
                        from intake.result cross join lateral jsonb_array_elements(findings::jsonb) as e(f)
                        where insurer_number = ? and receipt = ? and findings is not null order by line""")
                .params(receipt.insurer().value(), receipt.number())
                .query(String.class)
                .list();
    }
}

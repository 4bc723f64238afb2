package kaigo.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.Optional;
import kaigo.access.FilePermit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 一人の文書: the documents that a record of this person names. Whether their kind may be seen, the caller has asked. */
@Component
public class PersonDocuments {

    private static final String OF_THE_PERSON = """
            where d.insurer_number = :insurer and d.sha256 = :sha256 and exists (
                select from documents.of_person p where p.insurer_number = d.insurer_number
                    and p.insured_number = :insured and p.sha256 = encode(d.sha256, 'hex'))""";

    private final JdbcClient database;

    PersonDocuments(JdbcClient database) {
        this.database = database;
    }

    /** @param sha256 64 lower-case hexadecimal digits */
    public Optional<Document> find(FilePermit permit, String sha256) {
        return database.sql(
                        "select encode(d.sha256, 'hex'), d.pages, d.bytes from documents.document d " + OF_THE_PERSON)
                .param("insurer", permit.insurer().value())
                .param("insured", permit.insured().value())
                .param("sha256", HexFormat.of().parseHex(sha256))
                .query((row, n) -> new Document(row.getString(1), row.getInt(2), row.getInt(3)))
                .optional();
    }

    /** Writes the bytes part by part; memory does not grow with them. */
    public void write(FilePermit permit, Document document, OutputStream out) throws IOException {
        int number = 0;
        for (Optional<byte[]> part = findPart(permit, document, number);
                part.isPresent();
                part = findPart(permit, document, number)) {
            out.write(part.get());
            number++;
        }
    }

    /** Empty behind the last part. */
    private Optional<byte[]> findPart(FilePermit permit, Document document, int part) {
        return database.sql("select d.content from documents.part d " + OF_THE_PERSON + " and d.part = :part")
                .param("insurer", permit.insurer().value())
                .param("insured", permit.insured().value())
                .param("sha256", HexFormat.of().parseHex(document.sha256()))
                .param("part", part)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }
}

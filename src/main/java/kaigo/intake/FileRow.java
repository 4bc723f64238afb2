package kaigo.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kaigo.layout.Form;
import kaigo.layout.ProcessingType;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** A row of {@code intake.file}. */
final class FileRow {

    static final String SELECT = """
            select insurer_number, receipt, interface, version, process, target_date, created_at, sequence, name,
                   sealed_id, part_ids, form, sha256, bytes, records, received_at, received_by, status, refused, done,
                   normal, warned, failed, linking, waiting, finished_at
            from intake.file""";

    static final RowMapper<ReceivedFile> READ = (row, number) -> read(row);

    private FileRow() {}

    private static ReceivedFile read(ResultSet row) throws SQLException {
        return new ReceivedFile(
                new Receipt(new InsurerNumber(row.getString("insurer_number")), row.getLong("receipt")),
                row.getString("interface"),
                row.getString("version"),
                process(row.getString("process")),
                row.getObject("target_date", LocalDate.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("sequence"),
                row.getString("name"),
                sealed(row),
                Form.valueOf(row.getString("form")),
                new ReceivedFile.Content(row.getBytes("sha256"), row.getLong("bytes"), row.getInt("records")),
                new ReceivedFile.Reception(
                        row.getObject("received_at", OffsetDateTime.class).toInstant(), row.getString("received_by")),
                progress(row));
    }

    private static List<UUID> sealed(ResultSet row) throws SQLException {
        List<UUID> sealed = new ArrayList<>();
        sealed.add(row.getObject("sealed_id", UUID.class));
        sealed.addAll(Arrays.asList((UUID[]) row.getArray("part_ids").getArray()));
        return sealed;
    }

    private static ReceivedFile.Progress progress(ResultSet row) throws SQLException {
        return new ReceivedFile.Progress(
                Status.ofCode(row.getInt("status")),
                row.getString("refused"),
                row.getInt("done"),
                row.getInt("normal"),
                row.getInt("warned"),
                row.getInt("failed"),
                row.getInt("linking"),
                row.getInt("waiting"),
                instant(row.getObject("finished_at", OffsetDateTime.class)));
    }

    private static ProcessingType process(String code) {
        return Objects.requireNonNull(ProcessingType.ofCode(code));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }
}

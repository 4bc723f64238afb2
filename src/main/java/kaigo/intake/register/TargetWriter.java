package kaigo.intake.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.access.JobPermit;
import kaigo.layout.Row;
import kaigo.layout.Target;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes one room's table as its {@link Target} says. New records go straight into the table by COPY; changed ones
 * through a temporary table, their earlier state into the history; nothing is written for an unchanged record.
 */
final class TargetWriter {

    private final Target target;
    private final TargetSql sql;
    private final JdbcClient database;
    private final Copier copier;
    private final Values values;
    private final OtherItems others;
    private final SheetCopies sheets;
    private final CopyRows created = new CopyRows();
    private final CopyRows replaced = new CopyRows();
    private final List<Arrival> outdated = new ArrayList<>();
    private final List<Arrival> deleted = new ArrayList<>();
    private final Set<String> changed = new HashSet<>();

    TargetWriter(Target target, JdbcClient database, Copier copier) {
        this.target = target;
        this.sql = new TargetSql(target);
        this.database = database;
        this.copier = copier;
        this.values = new Values(target.columns());
        this.others = new OtherItems(target);
        this.sheets = new SheetCopies(target);
    }

    /** What the register holds of these records; begins a chunk, whatever became of the one before. */
    Map<List<String>, Existing> existing(JobPermit permit, InsurerNumber insurer, List<Arrival> arrivals) {
        clear();
        Map<List<String>, Existing> found = new HashMap<>();
        if (arrivals.isEmpty()) {
            return found;
        }
        int width = target.keys().size();
        database.sql(sql.existing())
                .params(withInsurer(insurer, keyArrays(arrivals)))
                .query(row -> {
                    found.put(key(row, width), existing(row, width));
                });
        return found;
    }

    private static List<String> key(ResultSet row, int width) throws SQLException {
        List<String> key = new ArrayList<>(width);
        for (int i = 1; i <= width; i++) {
            key.add(row.getString(i));
        }
        return key;
    }

    private Existing existing(ResultSet row, int width) throws SQLException {
        return new Existing(
                row.getBoolean(width + 1),
                row.getBytes(width + 2),
                row.getObject(width + 3, OffsetDateTime.class).toInstant(),
                target.sheets().isEmpty()
                        ? Existing.Sheets.NONE
                        : new Existing.Sheets(row.getBytes(width + 4), row.getInt(width + 5)));
    }

    void create(JobPermit permit, InsurerNumber insurer, Arrival arrival, String now) {
        encode(created, insurer, arrival, now, Existing.Sheets.NONE);
        changed.add(arrival.keyPart(0));
    }

    /** Also for a deleted record that comes back: its earlier state is history either way. */
    void replace(JobPermit permit, InsurerNumber insurer, Arrival arrival, String now, Existing held) {
        encode(replaced, insurer, arrival, now, held.sheets());
        outdated.add(arrival);
        changed.add(arrival.keyPart(0));
    }

    void delete(JobPermit permit, Arrival arrival) {
        deleted.add(arrival);
        outdated.add(arrival);
        changed.add(arrival.keyPart(0));
    }

    /** First parts of the keys of what this chunk changed: 被保険者番号, where a record is about a person. */
    Set<String> changed(JobPermit permit) {
        return changed;
    }

    /** Writes what was collected, in the running transaction. */
    void flush(JobPermit permit, InsurerNumber insurer, Instant now) {
        OffsetDateTime at = OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
        copier.copy(permit, sql.copyInto(), created);
        sheets.flush((copyInto, rows) -> copier.copy(permit, copyInto, rows));
        if (!outdated.isEmpty()) {
            database.sql(sql.keepHistory())
                    .params(withFirst(at, withInsurer(insurer, keyArrays(outdated))))
                    .update();
        }
        if (replaced.rows() > 0) {
            database.sql(sql.makeStage()).update();
            copier.copy(permit, sql.copyIntoStage(), replaced);
            database.sql(sql.replaceFromStage()).update();
        }
        if (!deleted.isEmpty()) {
            database.sql(sql.delete())
                    .params(withFirst(at, withFirst(at, withInsurer(insurer, keyArrays(deleted)))))
                    .update();
        }
    }

    private void clear() {
        sheets.clear();
        created.clear();
        replaced.clear();
        outdated.clear();
        deleted.clear();
        changed.clear();
    }

    private List<Object> keyArrays(List<Arrival> arrivals) {
        List<Object> arrays = new ArrayList<>();
        for (int part = 0; part < target.keys().size(); part++) {
            String[] values = new String[arrivals.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = arrivals.get(i).keyPart(part);
            }
            arrays.add(values);
        }
        return arrays;
    }

    private static List<Object> withInsurer(InsurerNumber insurer, List<Object> params) {
        params.add(insurer.value());
        return params;
    }

    private static List<Object> withFirst(Object first, List<Object> params) {
        params.addFirst(first);
        return params;
    }

    /** In the order of {@link TargetSql}'s columns. */
    private void encode(CopyRows rows, InsurerNumber insurer, Arrival arrival, String now, Existing.Sheets heldSheets) {
        Row row = arrival.row();
        rows.text(insurer.value());
        for (int part = 0; part < target.keys().size(); part++) {
            rows.text(arrival.keyPart(part));
        }
        rows.number(1).text(now).nothing().bytes(arrival.contentHash());
        rows.text(Values.timestamp(row.text(row.layout().position("sourceUpdatedAt"))));
        rows.text(others.json(row));
        if (!target.sheets().isEmpty()) {
            int revision = heldSheets.revisionFor(arrival.sheetsHash());
            rows.bytes(arrival.sheetsHash()).number(revision);
            if (revision > heldSheets.revision()) {
                sheets.add(insurer, arrival, revision);
            }
        }
        values.write(rows, row);
        rows.endRow();
    }
}

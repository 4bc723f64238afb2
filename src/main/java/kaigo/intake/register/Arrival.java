package kaigo.intake.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kaigo.insured.LinkState;
import kaigo.intake.Status;
import kaigo.layout.ErrorId;
import kaigo.layout.Finding;
import kaigo.layout.Row;
import kaigo.layout.Target.Column;
import kaigo.shared.UpdateType;
import org.jspecify.annotations.Nullable;

/**
 * 到着した一件: one checked record on its way into the register, and what becomes of it.
 */
public final class Arrival {

    private final Row row;
    private final List<String> key;
    private final @Nullable UpdateType type;
    private final byte[] contentHash;
    private final List<Finding> decided = new ArrayList<>(2);
    private Status status = Status.NORMAL;
    private @Nullable LinkState linkState;

    /**
     * @param key the values of the target's key columns, or empty where one of them is missing
     * @param contentHash SHA-256 of the canonical form (settled 26); empty for a record with errors
     */
    public Arrival(Row row, List<String> key, @Nullable UpdateType type, byte[] contentHash) {
        this.row = row;
        this.key = key;
        this.type = type;
        this.contentHash = contentHash;
    }

    /** The values of the key columns; empty where one is absent. */
    public static List<String> key(Row row, List<Column> columns) {
        String[] values = new String[columns.size()];
        for (int i = 0; i < values.length; i++) {
            String value = row.text(row.layout().position(columns.get(i).item()));
            if (value == null) {
                return List.of();
            }
            values[i] = value;
        }
        return Arrays.asList(values);
    }

    Row row() {
        return row;
    }

    public List<String> key() {
        return key;
    }

    String keyPart(int index) {
        return key.get(index);
    }

    @Nullable
    UpdateType type() {
        return type;
    }

    byte[] contentHash() {
        return contentHash;
    }

    Status status() {
        return status;
    }

    @Nullable
    LinkState linkState() {
        return linkState;
    }

    boolean isRegistrable() {
        return type != null && !key.isEmpty() && !hasErrors();
    }

    boolean isUpdate() {
        return type == UpdateType.UPDATE;
    }

    /** What the register has to say, beside what the check of the record found. */
    void found(ErrorId id) {
        decided.add(Finding.of(id));
    }

    /** For a record that the database itself refused. */
    public void refuse(ErrorId id) {
        reset();
        row.findings().add(id);
    }

    List<Finding> findings() {
        if (decided.isEmpty()) {
            return row.findings().list();
        }
        List<Finding> all = new ArrayList<>(row.findings().list());
        all.addAll(decided);
        return all;
    }

    /** Sets the status that follows from the findings: an error, a warning, or none. */
    void settle() {
        if (hasErrors()) {
            status = Status.ERROR;
        } else if (!decided.isEmpty() || !row.findings().isEmpty()) {
            status = Status.WARNING;
        }
    }

    private boolean hasErrors() {
        return row.findings().hasErrors()
                || decided.stream().anyMatch(finding -> finding.id().isError());
    }

    /** Back to what it was before the transaction that failed. */
    public void reset() {
        decided.clear();
        status = Status.NORMAL;
        linkState = null;
    }

    /** Registered; the PMHキー is being asked for. */
    void linking() {
        status = Status.LINKING;
        linkState = LinkState.ASKING;
    }

    void linkState(@Nullable LinkState state) {
        linkState = state;
    }
}

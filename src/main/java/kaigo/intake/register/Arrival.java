package kaigo.intake.register;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kaigo.insured.LinkState;
import kaigo.intake.Status;
import kaigo.layout.CanonicalForm;
import kaigo.layout.ErrorId;
import kaigo.layout.Finding;
import kaigo.layout.LayoutItem;
import kaigo.layout.Row;
import kaigo.layout.Target;
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
    private final Hashes hashes;
    private final List<Finding> decided = new ArrayList<>(2);
    private boolean mayGoOn;
    private Status status = Status.NORMAL;
    private @Nullable LinkState linkState;

    /**
     * @param key the values of the target's key columns, or empty where one of them is missing
     * @param hashes of the canonical form; empty for a record with errors
     */
    public Arrival(Row row, List<String> key, @Nullable UpdateType type, Hashes hashes) {
        this.row = row;
        this.key = key;
        this.type = type;
        this.hashes = hashes;
    }

    /** SHA-256 of the canonical form (settled 26), and of the part that the sheets have in it. */
    public record Hashes(byte[] content, byte[] sheets) {
        public static final Hashes NONE = new Hashes(new byte[0], new byte[0]);

        public static Hashes of(Row row, CanonicalForm form) {
            byte[] content = form.hash(row);
            return new Hashes(content, row.layout().sheets().isEmpty() ? NONE.sheets : form.hashOfSheets());
        }
    }

    public static Arrival of(Row row, Target target, CanonicalForm form) {
        String code = row.text(row.layout().position("updateType"));
        UpdateType type = code == null ? null : UpdateType.ofCode(code).orElse(null);
        boolean clean = !row.findings().hasErrors();
        return new Arrival(row, key(row, target.keys()), type, clean ? Hashes.of(row, form) : Hashes.NONE);
    }

    /** Of a record that is only compared. */
    public static Arrival stating(Row row, List<Column> keys) {
        return new Arrival(row, key(row, keys), null, Hashes.NONE);
    }

    /** The values of the key columns; empty where one is absent. */
    public static List<String> key(Row row, List<Column> columns) {
        String[] values = new String[columns.size()];
        for (int i = 0; i < values.length; i++) {
            int position = row.layout().position(columns.get(i).item());
            String value = row.text(position);
            if (value == null && !row.layout().item(position).mayBeAbsent()) {
                return List.of();
            }
            values[i] = value == null ? "" : value;
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
        return hashes.content();
    }

    byte[] sheetsHash() {
        return hashes.sheets();
    }

    /** 更新日時(送信元) of a record without errors. */
    @Nullable
    LocalDateTime sourceUpdatedAt() {
        return row.timestamp("sourceUpdatedAt");
    }

    String insuredNumber() {
        return key.getFirst();
    }

    ResultKey resultKey() {
        return ResultKey.of(row);
    }

    Status status() {
        return status;
    }

    @Nullable
    LinkState linkState() {
        return linkState;
    }

    boolean isRegistrable() {
        return type != null && !key.isEmpty() && !isHeld() && !hasErrors();
    }

    boolean isUpdate() {
        return type == UpdateType.UPDATE;
    }

    /** What the register has to say, beside what the check of the record found. */
    void found(ErrorId id) {
        decided.add(Finding.of(id));
    }

    void found(ErrorId id, LayoutItem item, String... parameters) {
        decided.add(Finding.of(id, item, parameters));
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

    /** Not registered, and nothing of the platform's will change that. An error of the link alone leaves it registered. */
    boolean isRefused() {
        return status == Status.ERROR && findings().stream().anyMatch(Arrival::refuses);
    }

    /** Applied, or found to be as the register has it. */
    boolean isRegistered() {
        return switch (status) {
            case NORMAL, LINKING -> true;
            case WARNING -> findings().stream().noneMatch(finding -> finding.id() == ErrorId.W2203);
            case ERROR -> !isRefused();
            case RECEIVED, WORKING, WAITING_FOR_M01, REFUSED -> false;
        };
    }

    private static boolean refuses(Finding finding) {
        return finding.id().isError() && finding.id().group() != ErrorId.Group.LINKING;
    }

    /** Asked several times of every record: no stream. */
    private boolean hasErrors() {
        if (row.findings().hasErrors()) {
            return true;
        }
        for (Finding finding : decided) {
            if (finding.id().isError()) {
                return true;
            }
        }
        return false;
    }

    /** Back to what it was before the transaction that failed. */
    public void reset() {
        decided.clear();
        status = Status.NORMAL;
        linkState = null;
    }

    /**
     * Kept until the person's M01 comes.
     *
     * @param hasCome it is there, and only others of the person that have not gone on yet are before it
     */
    void hold(boolean hasCome) {
        found(ErrorId.E4001);
        status = Status.WAITING_FOR_M01;
        mayGoOn = hasCome;
    }

    boolean mayGoOn() {
        return mayGoOn;
    }

    boolean isHeld() {
        return status == Status.WAITING_FOR_M01;
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

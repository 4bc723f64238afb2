package kaigo.intake.register;

import java.util.ArrayList;
import java.util.List;
import kaigo.layout.Target;
import kaigo.layout.Target.Column;

/** The statements of one {@link Target}, in SQL of PostgreSQL 15. Built once per target. */
final class TargetSql {

    private static final List<String> BEFORE_KEYS = List.of("insurer_number");
    private static final List<String> AFTER_KEYS =
            List.of("revision", "registered_at", "deleted_at", "content_hash", "source_updated_at", "other_items");
    private static final List<String> OF_SHEETS = List.of("sheets_hash", "sheets_revision");

    private final Target target;
    private final String stage;
    private final List<String> keys;
    private final List<String> columns = new ArrayList<>();

    TargetSql(Target target) {
        this.target = target;
        this.stage = "stage_" + target.table().replace('.', '_');
        this.keys = target.keys().stream().map(Column::name).toList();
        columns.addAll(BEFORE_KEYS);
        columns.addAll(keys);
        columns.addAll(AFTER_KEYS);
        if (!target.sheets().isEmpty()) {
            columns.addAll(OF_SHEETS);
        }
        target.columns().forEach(column -> columns.add(column.name()));
    }

    /** Parameters: one text array per key column, the insurer. Answers the key columns and what decides. */
    String existing() {
        return "select " + prefixed("t.", keys)
                + ", t.deleted_at is not null, t.content_hash, t.source_updated_at"
                + (target.sheets().isEmpty() ? "" : ", t.sheets_hash, t.sheets_revision") + " from " + keyArrays()
                + " join "
                + target.table() + " t on t.insurer_number = ? and " + matching("t", "k");
    }

    String copyInto() {
        return copy(target.table());
    }

    String makeStage() {
        return "create temporary table if not exists " + stage + " (like " + target.table() + ") on commit delete rows";
    }

    String copyIntoStage() {
        return copy(stage);
    }

    /** Parameters: the instant, one text array per key column, the insurer. */
    String keepHistory() {
        return "insert into " + target.historyTable() + " (" + String.join(", ", columns) + ", replaced_at) select "
                + prefixed("t.", columns) + ", ? from " + keyArrays() + " join " + target.table()
                + " t on t.insurer_number = ? and " + matching("t", "k");
    }

    String replaceFromStage() {
        List<String> sets = new ArrayList<>();
        sets.add("revision = t.revision + 1");
        columns.stream()
                .filter(column -> !BEFORE_KEYS.contains(column) && !keys.contains(column) && !column.equals("revision"))
                .forEach(column -> sets.add(column + " = s." + column));
        return "update " + target.table() + " t set " + String.join(", ", sets) + " from " + stage
                + " s where t.insurer_number = s.insurer_number and " + matching("t", "s");
    }

    /** Parameters: deleted_at, registered_at, one text array per key column, the insurer. */
    String delete() {
        return "update " + target.table() + " t set revision = t.revision + 1, deleted_at = ?, registered_at = ? from "
                + keyArrays() + " where t.insurer_number = ? and " + matching("t", "k");
    }

    private String copy(String table) {
        return "copy " + table + " (" + String.join(", ", columns) + ") from stdin";
    }

    private String keyArrays() {
        String arrays = String.join(", ", keys.stream().map(key -> "?::text[]").toList());
        return "unnest(" + arrays + ") as k(" + String.join(", ", keys) + ")";
    }

    private String matching(String left, String right) {
        return String.join(
                " and ",
                keys.stream()
                        .map(key -> left + "." + key + " = " + right + "." + key)
                        .toList());
    }

    private static String prefixed(String prefix, List<String> names) {
        return String.join(", ", names.stream().map(name -> prefix + name).toList());
    }
}

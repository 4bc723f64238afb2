package kaigo.intake.past;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kaigo.layout.Target;
import kaigo.layout.Target.Column;
import kaigo.layout.Target.SheetTable;

/**
 * The statements that read a past state of one {@link Target}. A state was shown from its registered_at until it was
 * replaced; the present one stands in the table, the earlier ones in the history.
 */
final class StateSql {

    private final Target target;
    private final List<String> keys;

    StateSql(Target target) {
        this.target = target;
        this.keys = names(target.keys());
    }

    /** Parameters: insurer, first, at. Those of the records whose key begins with {@code first}, in the order of the key. */
    String records() {
        return "select * from (" + states() + ") s where " + ofFirst("s") + " and deleted_at is null order by "
                + String.join(", ", keys);
    }

    /** Parameters as above. The rows of a sheet with the key of their record, in their order. */
    String rows(SheetTable sheet) {
        List<String> own = new ArrayList<>(keys);
        own.addAll(names(sheet.columns()));
        return "select " + prefixed("r.", own) + " from (" + states() + ") s join " + sheet.table()
                + " r using (insurer_number, " + String.join(", ", keys) + ", sheets_revision) where " + ofFirst("s")
                + " and s.deleted_at is null order by " + String.join(", ", keys) + ", r.row_no";
    }

    /** Parameters: insurer, first. The instants from which one state after the other was shown, with the interface. */
    String changes() {
        return Stream.of(target.table(), target.historyTable())
                .map(table -> "select t.registered_at, '" + target.interfaceId() + "' as interface from " + table
                        + " t where " + ofFirst("t"))
                .reduce((one, other) -> one + " union " + other)
                .orElseThrow();
    }

    private String states() {
        List<String> columns = new ArrayList<>(List.of("insurer_number"));
        columns.addAll(keys);
        columns.addAll(List.of("registered_at", "deleted_at", "source_updated_at", "other_items"));
        if (!target.sheets().isEmpty()) {
            columns.add("sheets_revision");
        }
        columns.addAll(names(target.columns()));
        String list = String.join(", ", columns);
        return "select " + list + " from " + target.table() + " where registered_at <= :at union all select " + list
                + " from " + target.historyTable() + " where registered_at <= :at and replaced_at > :at";
    }

    private String ofFirst(String alias) {
        return "%s.insurer_number = :insurer and %s.%s = :first".formatted(alias, alias, keys.getFirst());
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    private static String prefixed(String prefix, List<String> names) {
        return String.join(", ", names.stream().map(name -> prefix + name).toList());
    }
}

package kaigo.layout;

import java.util.List;

/**
 * 登録先: where the records of an interface are kept, declared by the room that owns them. {@code intake} builds its
 * statements from it and alone writes the table. Beside the columns named here every such table has insurer_number,
 * revision, registered_at, deleted_at, content_hash, source_updated_at and other_items (JSON of items without a
 * column); its history table is the same with replaced_at.
 *
 * @param table schema and name, e.g. {@code insured.person}
 * @param keys the columns that name a record within its insurer
 * @param columns the rest, in the order of the table's columns
 * @param rule what the item table cannot say
 */
public record Target(String interfaceId, String table, List<Column> keys, List<Column> columns, RecordRule rule) {

    public record Column(String name, Item item) {}

    public Target {
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
    }

    public String historyTable() {
        return table + "_history";
    }
}

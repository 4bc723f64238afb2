package kaigo.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 登録先: where the records of an interface are kept, declared by the room that owns them. {@code intake} builds its
 * statements from it and alone writes the tables. Beside the columns named here every such table has insurer_number,
 * revision, registered_at, deleted_at, content_hash, source_updated_at and other_items (JSON of items without a column),
 * and with sheets sheets_hash and sheets_revision; its history table is the same with replaced_at.
 *
 * @param table schema and name, e.g. {@code insured.person}
 * @param keys the columns that name a record within its insurer
 * @param columns the rest, in the order of the table's columns
 * @param relations what must be true of other records
 * @param rule what the item table cannot say about one record
 */
public record Target(
        String interfaceId,
        String table,
        List<Column> keys,
        List<Column> columns,
        List<SheetTable> sheets,
        List<Relation> relations,
        RecordRule rule) {

    private static final Set<String> COMMON = Set.of("updateType", "insurerNumber", "sourceUpdatedAt");

    public record Column(String name, Item item) {

        /** {@code certifiedOn} is kept in {@code certified_on}. */
        static Column of(Item item) {
            return new Column(
                    item.code().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT), item);
        }
    }

    /**
     * 帳票の登録先: rows are added and never changed. Beside the columns it has insurer_number, the key columns,
     * sheets_revision and row_no (from 1); a record's own rows are those of its sheets_revision.
     */
    public record SheetTable(String sheet, String table, List<Column> columns) {}

    public Target {
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
        sheets = List.copyOf(sheets);
        relations = List.copyOf(relations);
    }

    /**
     * A table whose columns are named after all items.
     *
     * @param items the generated constants of the interface, {@code ALL}
     */
    public static Target of(String interfaceId, String table, List<Item> keys, List<Item> items, RecordRule rule) {
        List<Column> columns = items.stream()
                .filter(item -> !keys.contains(item) && !COMMON.contains(item.code()))
                .map(Column::of)
                .toList();
        return new Target(
                interfaceId, table, keys.stream().map(Column::of).toList(), columns, List.of(), List.of(), rule);
    }

    /** With a table for a sheet, whose columns are named after all its items. */
    public Target with(String sheet, String sheetTable, List<Item> items) {
        List<Column> own = items.subList(keys.size(), items.size()).stream()
                .map(Column::of)
                .toList();
        List<SheetTable> all = new ArrayList<>(sheets);
        all.add(new SheetTable(sheet, sheetTable, own));
        return new Target(interfaceId, table, keys, columns, all, relations, rule);
    }

    public Target checking(Relation... more) {
        List<Relation> all = Stream.concat(relations.stream(), Stream.of(more)).toList();
        return new Target(interfaceId, table, keys, columns, sheets, all, rule);
    }

    /** The view that readers go by: without what is deleted, and without the records of persons who are. */
    public String shownView() {
        return table + "_shown";
    }

    public String historyTable() {
        return table + "_history";
    }
}

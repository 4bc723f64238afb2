package kaigo.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * レイアウト: one version of one interface, as read from its layout file. Immutable; safe between threads.
 * Proposed, ours, until the official item tables are at hand.
 */
public final class Layout {

    public static final String FROM_MUNICIPALITY = "municipality-to-platform";
    public static final String FROM_FEDERATION = "federation-to-platform";

    /** 期間: two positions, start and end of one period. */
    public record Period(int start, int end) {}

    /** 関係チェック: a check of the room that owns the record, as an error or a warning. */
    public record Relation(ErrorId check, boolean warning, String note) {}

    /**
     * What stands above the item table.
     *
     * @param itemsOf the interface whose constants name these items: its own, or the one that it shares them with
     */
    public record Head(
            String interfaceId,
            String itemsOf,
            String version,
            String name,
            String direction,
            String sureness,
            String orderGroup) {}

    private final Head head;
    private final List<LayoutItem> items;
    private final List<LayoutItem> key;
    private final List<Period> periods;
    private final List<Relation> relations;
    private final List<Sheet> sheets;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, List<Map<String, LayoutItem>>> groups = new HashMap<>();
    private final int[] positionOfOrdinal;

    Layout(Head head, LayoutTables tables, List<String> constants) {
        this(head, tables, ordinals(tables.items(), constants));
    }

    private Layout(Head head, LayoutTables tables, int[] positionOfOrdinal) {
        this.head = head;
        this.items = tables.items();
        this.key = tables.key();
        this.periods = tables.periods();
        this.relations = tables.relations();
        this.sheets = tables.sheets();
        items.forEach(item -> positions.put(item.code(), item.position()));
        items.stream().filter(item -> item.place().isRepeated()).forEach(this::addToGroup);
        this.positionOfOrdinal = positionOfOrdinal;
    }

    private void addToGroup(LayoutItem item) {
        List<Map<String, LayoutItem>> repetitions =
                groups.computeIfAbsent(item.place().group(), code -> new ArrayList<>());
        if (repetitions.size() == item.place().index()) {
            repetitions.add(new HashMap<>());
        }
        repetitions.getLast().put(item.place().member(), item);
    }

    private static int[] ordinals(List<LayoutItem> items, List<String> constants) {
        Map<String, Integer> positions = new HashMap<>();
        items.forEach(item -> positions.put(item.code(), item.position()));
        return constants.stream()
                .mapToInt(code -> positions.getOrDefault(code, -1))
                .toArray();
    }

    /** The same tables under another head. */
    Layout under(Head other) {
        return new Layout(other, new LayoutTables(items, key, periods, relations, sheets), positionOfOrdinal);
    }

    public Head head() {
        return head;
    }

    public String interfaceId() {
        return head.interfaceId();
    }

    public String version() {
        return head.version();
    }

    /** {@code M01-2.02} */
    public String id() {
        return head.interfaceId() + "-" + head.version();
    }

    /** {@code M08-2.02} for M07 too: what names the content of a record, whichever interface brought it. */
    public String contentId() {
        return head.itemsOf() + "-" + head.version();
    }

    /** 繰り返し項目: for each group the items of each repetition, by their names within the group. */
    Map<String, List<Map<String, LayoutItem>>> groups() {
        return groups;
    }

    /** The tables that a record has beside its items. */
    public List<Sheet> sheets() {
        return sheets;
    }

    /** The letters of a set's files, in their order; none of an interface without sheets. */
    public List<String> parts() {
        return sheets.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(CsvSet.FIRST), sheets.stream().map(Sheet::part))
                        .sorted()
                        .toList();
    }

    /**
     * The item by its path, {@code birthDate} or {@code opinion.birthDate}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public LayoutItem item(String path) {
        int dot = path.indexOf('.');
        Layout table = dot < 0 ? this : sheet(path.substring(0, dot)).layout();
        int position = table.position(path.substring(dot + 1));
        if (position < 0) {
            throw new IllegalArgumentException("no item " + path + " in " + id());
        }
        return table.item(position);
    }

    /** Where the item stands among all items of the record, its sheets behind its own; to sort by. */
    public int column(String path) {
        int before = path.indexOf('.') < 0 ? 0 : size();
        for (Sheet sheet : sheets) {
            if (path.startsWith(sheet.code() + ".")) {
                break;
            }
            before += path.indexOf('.') < 0 ? 0 : sheet.layout().size();
        }
        return before + item(path).position();
    }

    public Sheet sheet(String code) {
        for (Sheet sheet : sheets) {
            if (sheet.code().equals(code)) {
                return sheet;
            }
        }
        throw new IllegalArgumentException("no sheet " + code + " in " + id());
    }

    public List<LayoutItem> items() {
        return items;
    }

    public int size() {
        return items.size();
    }

    /** Where a row's own items begin: in the table of a sheet behind the key of its record. */
    public int begin() {
        return head.itemsOf().indexOf('.') < 0 ? 0 : key.size();
    }

    /** All items of a record; of a sheet's table all but the key. */
    public List<LayoutItem> ownItems() {
        return items.subList(begin(), items.size());
    }

    public LayoutItem item(int position) {
        return items.get(position);
    }

    /** The items that name a record within its insurer. */
    public List<LayoutItem> key() {
        return key;
    }

    public List<Period> periods() {
        return periods;
    }

    public List<Relation> relations() {
        return relations;
    }

    /** Column of an item by its code name, or -1 if this version does not have it. */
    public int position(String code) {
        return positions.getOrDefault(code, -1);
    }

    /** Column of an item, or -1 if this version does not have it. */
    public int position(Item item) {
        return position(item.interfaceId(), item.ordinal());
    }

    int position(String interfaceId, int ordinal) {
        if (!head.itemsOf().equals(interfaceId)) {
            throw new IllegalArgumentException("an item of " + interfaceId + " in a record of " + id());
        }
        return positionOfOrdinal[ordinal];
    }

    /**
     * The id under which a relation check is reported: the error, or its warning if the layout says so.
     *
     * @param asErrors whether the insurer wants errors in any case (settled 30)
     */
    public ErrorId reportedAs(ErrorId check, boolean asErrors) {
        boolean warns = !asErrors && relations.stream().anyMatch(r -> r.check() == check && r.warning());
        return warns ? check.asWarning() : check;
    }

    public Row newRow(int number) {
        return new Row(this, number, 0);
    }
}

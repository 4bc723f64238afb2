package kaigo.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * レイアウト: one version of one interface, as read from its layout file. Immutable; safe between threads.
 * Proposed, ours, until the official item tables are at hand.
 */
public final class Layout {

    /** 期間: two positions, start and end of one period. */
    public record Period(int start, int end) {}

    /** 関係チェック: a check of the room that owns the record, as an error or a warning. */
    public record Relation(ErrorId check, boolean warning, String note) {}

    /** What stands above the item table. */
    public record Head(
            String interfaceId, String version, String name, String direction, String sureness, String orderGroup) {}

    private final Head head;
    private final List<LayoutItem> items;
    private final List<LayoutItem> key;
    private final List<Period> periods;
    private final List<Relation> relations;
    private final Map<String, Integer> positions = new HashMap<>();
    private final int[] positionOfOrdinal;

    Layout(Head head, LayoutTables tables, List<String> constants) {
        this.head = head;
        this.items = tables.items();
        this.key = tables.key();
        this.periods = tables.periods();
        this.relations = tables.relations();
        items.forEach(item -> positions.put(item.code(), item.position()));
        this.positionOfOrdinal = constants.stream()
                .mapToInt(code -> positions.getOrDefault(code, -1))
                .toArray();
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

    public List<LayoutItem> items() {
        return items;
    }

    public int size() {
        return items.size();
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
        if (!head.interfaceId().equals(interfaceId)) {
            throw new IllegalArgumentException("an item of " + interfaceId + " in a record of " + id());
        }
        return positionOfOrdinal[ordinal];
    }

    /** The id under which a relation check is reported: the error, or its warning if the layout says so. */
    public ErrorId reportedAs(ErrorId check) {
        return relations.stream().anyMatch(r -> r.check() == check && r.warning()) ? check.asWarning() : check;
    }

    public Row newRow(int number) {
        return new Row(this, number, 0);
    }
}

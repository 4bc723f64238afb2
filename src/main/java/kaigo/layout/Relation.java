package kaigo.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 関係チェック: what must be true of other records when one arrives. {@code intake} asks the database for a chunk at once;
 * the layout file says whether a breach is an error or a warning (settled 30).
 */
public sealed interface Relation {

    /** E4002: the 要介護認定履歴 that the item names is registered. A record without the item is not asked. */
    record KnownHistory(Item historyNo) implements Relation {}

    /** E4003: the offices and institutions that the items name are registered. */
    record KnownOffice(List<Item> numbers) implements Relation {}

    /**
     * E4004: no other record of the person has a period that touches this one.
     *
     * @param alike columns that must be equal for two periods to count as of one kind
     * @param unless an item that takes a record out by being there, or null
     */
    record NoOverlap(
            Item from, Item to, List<Item> alike, @Nullable Item unless) implements Relation {}

    /** W4005: the day is not after the person lost the qualification. */
    record BeforeLoss(Item day) implements Relation {}
}

package kaigo.layout;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * キーの重複: finds every later record of the same key within one file (E3011; settled 30), except 新規 directly after
 * 削除. An open hash table of the keys themselves: about 80 bytes a record.
 */
public final class DuplicateKeys {
    private static final String CREATE = "1";
    private static final String DELETE = "3";
    private static final char BETWEEN = '\u001F';

    private final Layout layout;
    private final int updateType;
    private @Nullable String[] keys = new @Nullable String[1024];
    private boolean[] deleted = new boolean[1024];
    private int size;

    public DuplicateKeys(Layout layout) {
        this.layout = layout;
        this.updateType = layout.position("updateType");
    }

    /** Adds E3011 to a checked record whose key an earlier record had; a record without its key is passed over. */
    public void check(Row row) {
        String key = key(row);
        if (key == null) {
            return;
        }
        String update = updateType < 0 ? null : row.text(updateType);
        int slot = slot(key);
        if (keys[slot] == null) {
            keys[slot] = key;
            deleted[slot] = DELETE.equals(update);
            growIfNeeded();
        } else if (deleted[slot] && CREATE.equals(update)) {
            deleted[slot] = false;
        } else {
            row.findings().add(ErrorId.E3011, names(layout));
        }
    }

    /** The items of the key, as a person reads them. */
    static String names(Layout layout) {
        return layout.key().stream().map(LayoutItem::name).collect(Collectors.joining("＋"));
    }

    private @Nullable String key(Row row) {
        if (layout.key().size() == 1) {
            return row.text(layout.key().getFirst().position());
        }
        StringBuilder joined = new StringBuilder();
        for (LayoutItem item : layout.key()) {
            String part = row.text(item.position());
            if (part == null && !item.mayBeAbsent()) {
                return null;
            }
            joined.append(part == null ? "" : part).append(BETWEEN);
        }
        return joined.toString();
    }

    /** Where the key is, or the free slot where it belongs. */
    private int slot(String key) {
        int mask = keys.length - 1;
        int hash = key.hashCode() * 0x9E3779B9;
        int slot = (hash ^ (hash >>> 16)) & mask;
        while (keys[slot] != null && !key.equals(keys[slot])) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void growIfNeeded() {
        size++;
        if (size * 2 < keys.length) {
            return;
        }
        @Nullable String[] oldKeys = keys;
        boolean[] oldDeleted = deleted;
        keys = new @Nullable String[oldKeys.length * 2];
        deleted = new boolean[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            String key = oldKeys[i];
            if (key != null) {
                int slot = slot(key);
                keys[slot] = key;
                deleted[slot] = oldDeleted[i];
            }
        }
    }
}

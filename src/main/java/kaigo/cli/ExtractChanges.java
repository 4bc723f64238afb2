package kaigo.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kaigo.intake.StatedKey;
import kaigo.layout.CanonicalForm;
import kaigo.layout.Layout;
import kaigo.layout.LayoutItem;
import kaigo.layout.Row;
import kaigo.shared.UpdateType;
import org.jspecify.annotations.Nullable;

/**
 * 全件どうしの違い: by content hash, and by what is sent but is not content (マイナンバー), so that a corrected number counts.
 * Reads the earlier extract, then the present one; then both again, to take out the records to send.
 */
final class ExtractChanges {

    private static final byte[] MET = {};
    private static final Set<String> NEVER_COMPARED = Set.of("updateType", "sourceUpdatedAt");

    private final Layout layout;
    private final CanonicalForm form;
    private final List<LayoutItem> beside;
    private final int updateType;
    private final MessageDigest sha256;
    private final Map<StatedKey, byte[]> held = new HashMap<>();
    private final BitSet created = new BitSet();
    private final BitSet updated = new BitSet();
    private int position;
    private int refused;

    ExtractChanges(Layout layout) {
        this.layout = layout;
        this.form = new CanonicalForm(layout);
        this.beside = layout.items().stream()
                .filter(item -> !item.inContent() && !NEVER_COMPARED.contains(item.code()))
                .toList();
        this.updateType = layout.position("updateType");
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A record of the earlier extract. One with an error was not registered: it is as if it were not there. */
    void before(Row row) {
        requireNew(row);
        if (!row.findings().hasErrors()) {
            StatedKey.of(row).ifPresent(key -> held.put(key, fingerprint(row)));
        }
    }

    /** A record of the present extract. */
    void now(Row row) {
        requireNew(row);
        if (row.findings().hasErrors()) {
            refused++;
        } else {
            meet(StatedKey.of(row).orElseThrow(), row);
        }
        position++;
    }

    private void meet(StatedKey key, Row row) {
        byte @Nullable [] before = held.put(key, MET);
        if (before == MET) {
            throw new CommandRefused("今の全件に、同じキーのレコードが二つあります（" + row.line() + " 行目）。");
        }
        if (before == null) {
            created.set(position);
        } else if (!Arrays.equals(before, fingerprint(row))) {
            updated.set(position);
        }
    }

    private void requireNew(Row row) {
        if (!UpdateType.CREATE.code().equals(row.text(updateType))
                && !row.findings().hasErrors()) {
            throw new CommandRefused("全件のファイルではありません。「新規」のほかのレコードがあります（" + row.line() + " 行目）。");
        }
    }

    private byte[] fingerprint(Row row) {
        sha256.update(form.hash(row));
        for (LayoutItem item : beside) {
            String value = row.text(item.position());
            sha256.update((value == null ? "-" : value).getBytes(StandardCharsets.UTF_8));
        }
        return sha256.digest();
    }

    /** Records of the present extract that are wrong: as long as there is one, nothing else can be told. */
    int refused() {
        return refused;
    }

    int count(UpdateType type) {
        return switch (type) {
            case CREATE -> created.cardinality();
            case UPDATE -> updated.cardinality();
            case DELETE ->
                (int) held.values().stream().filter(one -> one != MET).count();
        };
    }

    int count() {
        return Arrays.stream(UpdateType.values()).mapToInt(this::count).sum();
    }

    Layout layout() {
        return layout;
    }

    /** The record as 削除, if it is of the earlier extract and its key is not in the present one. */
    Optional<Row> gone(Row row) {
        boolean gone = !row.findings().hasErrors()
                && StatedKey.of(row)
                        .map(key -> held.replace(key, MET))
                        .filter(before -> before != MET)
                        .isPresent();
        if (!gone) {
            return Optional.empty();
        }
        beside.forEach(item -> row.text(item.position(), null)); // a deletion needs no number
        return Optional.of(as(UpdateType.DELETE, row));
    }

    /** Before the present extract is read once more. */
    void again() {
        position = 0;
    }

    /** The record as 新規 or 更新, if it is to be sent. */
    Optional<Row> next(Row row) {
        int at = position++;
        if (created.get(at)) {
            return Optional.of(as(UpdateType.CREATE, row));
        }
        return updated.get(at) ? Optional.of(as(UpdateType.UPDATE, row)) : Optional.empty();
    }

    private Row as(UpdateType type, Row row) {
        row.text(updateType, type.code());
        return row;
    }
}

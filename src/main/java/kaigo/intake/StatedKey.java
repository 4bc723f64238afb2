package kaigo.intake;

import java.util.HexFormat;
import java.util.Optional;
import kaigo.intake.register.ResultKey;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.items.Q01;
import org.jspecify.annotations.Nullable;

/**
 * 突合のキー: what names a record of any interface in 突合情報 (Q01; proposed, ours).
 *
 * @param interfaceId M08 for a record that came as M07
 * @param insuredNumber null, like the parts that follow, where the key has no such part
 * @param restKey the other parts, joined by a slash
 */
public record StatedKey(
        String interfaceId,
        @Nullable String insuredNumber,
        @Nullable String historyNo,
        @Nullable String restKey) {

    private static final Layout LAYOUT =
            Layouts.newest(Handling.Compare.INTERFACE).orElseThrow();

    /** Empty if a part of the record's key is missing or is none. */
    public static Optional<StatedKey> of(Row record) {
        Layout layout = record.layout();
        ResultKey key = ResultKey.of(record);
        StatedKey stated = new StatedKey(layout.head().itemsOf(), key.insuredNumber(), key.historyNo(), key.rest());
        boolean whole = layout.key().stream()
                .filter(item -> !item.mayBeAbsent())
                .allMatch(item -> switch (item.code()) {
                    case "insuredNumber" -> stated.insuredNumber != null;
                    case "historyNo" -> stated.historyNo != null;
                    default -> record.text(item.position()) != null;
                });
        return whole ? Optional.of(stated) : Optional.empty();
    }

    /** Layout of the records that {@link #record} makes. */
    public static Layout layout() {
        return LAYOUT;
    }

    /**
     * A data record of Q01.
     *
     * @param number 連番
     * @param contentHash of the canonical form, 32 bytes
     */
    public Row record(int number, byte[] contentHash) {
        Row row = LAYOUT.newRow(number);
        row.set(Q01.INTERFACE_ID, interfaceId);
        row.set(Q01.INSURED_NUMBER, insuredNumber);
        row.set(Q01.HISTORY_NO, historyNo);
        row.set(Q01.REST_KEY, restKey);
        row.set(Q01.CONTENT_HASH, HexFormat.of().formatHex(contentHash));
        return row;
    }
}

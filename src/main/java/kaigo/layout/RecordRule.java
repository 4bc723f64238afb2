package kaigo.layout;

/** 関係チェック within one record that an item table cannot say: one class in the room that owns the record. */
public interface RecordRule {
    /** For an interface whose item table says all. */
    RecordRule NONE = (row, findings) -> {};

    void check(Row row, Findings findings);
}

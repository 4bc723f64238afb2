package kaigo.layout;

/**
 * 帳票: a part of a record with a table of its own, such as the 基本調査 of a 要介護認定 (proposed, ours): in NDJSON an
 * object, or an array of objects, under its code; as CSV a file of its own in a set.
 *
 * @param position among the sheets of its layout, from 0
 * @param part letter of its file: {@code B} in {@code M08B}
 * @param many whether a record has any number of rows, else one or none
 * @param layout its item table; the first items are the key of the record, which no row repeats in NDJSON
 */
public record Sheet(int position, String code, String part, String name, boolean many, Layout layout) {}

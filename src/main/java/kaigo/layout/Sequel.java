package kaigo.layout;

/**
 * 登録に続くこと: what a room writes in the same transaction once records of a table were registered, declared by the room
 * that owns what is written.
 *
 * @param table whose records were registered: {@link Target#table}
 * @param statement with the parameters {@code :insurer}, {@code :persons} (被保険者番号 of the records that changed),
 *     {@code :at} (when they were registered), {@code :by} (the receipt they came with) and each number that is proposed, by
 *     its name ({@code access.rules.Amount})
 */
public record Sequel(String table, String statement) {}

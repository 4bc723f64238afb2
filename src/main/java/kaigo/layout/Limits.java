package kaigo.layout;

/**
 * 上限: what one file may hold (issue note "interface" 9.9; unknown officially, proposed, ours).
 *
 * @param bytes of the file
 * @param records data records
 * @param recordLength characters of one record
 * @param columns items of one record
 */
public record Limits(long bytes, int records, int recordLength, int columns) {
    public static Limits standard() {
        return new Limits(100L * 1024 * 1024, 100_000, 64 * 1024, 300);
    }
}

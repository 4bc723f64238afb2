package kaigo.operations;

/**
 * データベースの版.
 *
 * @param applied of the database, empty where nothing was applied yet
 * @param newest that this program brings
 */
public record SchemaVersion(String applied, String newest) {

    public boolean fits() {
        return applied.equals(newest);
    }
}

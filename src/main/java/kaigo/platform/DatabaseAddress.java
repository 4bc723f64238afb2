package kaigo.platform;

/**
 * Where the database is, and the three roles (settled 5): owner for migrations, application, auditor.
 *
 * @param url JDBC address without user and password
 */
public record DatabaseAddress(String url, Role owner, Role application, Role auditor) {

    public record Role(String name, String password) {
        @Override
        public String toString() {
            return name;
        }
    }
}

package kaigo.platform;

import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import kaigo.shared.ThisMachine;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.SslMode;
import org.postgresql.util.PSQLException;

/**
 * Where the database is, and the three roles (settled 5): owner for migrations, application, auditor.
 *
 * @param url JDBC address without user and password
 */
public record DatabaseAddress(String url, Role owner, Role application, Role auditor) {

    /** Of the driver's factories those that look at the server's certificate. */
    private static final Set<String> CHECKING =
            Set.of("org.postgresql.ssl.LibPQFactory", "org.postgresql.ssl.DefaultJavaSSLFactory");

    public record Role(String name, String password) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Whether nobody between us and the database can listen: it is on this machine, or TLS with a checked name is demanded. */
    public boolean isPrivate() {
        // As the driver itself will understand it, whatever way it is written.
        @Nullable Properties read = Driver.parseURL(url, null);
        if (read == null) {
            return false;
        }
        String hosts = String.valueOf(PGProperty.PG_HOST.getOrDefault(read));
        return Arrays.stream(hosts.split(",", -1)).allMatch(ThisMachine::is) || demandsTls(read);
    }

    /** Whether we show the database a certificate: then no role needs a password. */
    public static boolean showsCertificate(String url) {
        @Nullable Properties read = Driver.parseURL(url, null);
        return read != null && PGProperty.SSL_CERT.getOrDefault(read) != null;
    }

    private static boolean demandsTls(Properties read) {
        try {
            String factory = PGProperty.SSL_FACTORY.getOrDefault(read);
            return SslMode.of(read) == SslMode.VERIFY_FULL
                    && (factory == null || CHECKING.contains(factory))
                    && PGProperty.SSL_HOSTNAME_VERIFIER.getOrDefault(read) == null;
        } catch (PSQLException unknownMode) {
            return false;
        }
    }
}

package kaigo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import kaigo.platform.DatabaseAddress.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:5432/kiban",
                "localhost/kiban?sslmode=disable",
                "[::1]:5432/kiban",
                "db.example.jp/kiban?sslmode=verify-full",
                "db.example.jp/kiban?sslmode=verify-full&sslrootcert=/etc/kiban/db.crt",
                "db.example.jp/kiban?ssl=true&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory",
                "a.example.jp:5432,b.example.jp:5432/kiban?sslmode=verify-full",
            })
    void nobody_can_listen(String address) {
        assertThat(isPrivate(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db.example.jp/kiban",
                "192.0.2.1:5432/kiban?sslmode=disable",
                "db.example.jp/kiban?sslmode=require",
                "db.example.jp/kiban?sslmode=verify-ca",
                "db.example.jp/kiban?sslmode=verify-fully",
                "db.example.jp/kiban?sslmode=verify-full&sslmode=prefer",
                "db.example.jp/kiban?sslmode=verify-full&sslfactory=org.postgresql.ssl.NonValidatingFactory",
                "db.example.jp/kiban?sslmode=verify-full&sslhostnameverifier=org.example.Any",
                "127.0.0.1,db.example.jp/kiban",
                "127.0.0.1/kiban?PGHOST=db.example.jp",
                "127.0.0.1:x/kiban",
            })
    void somebody_might_listen(String address) {
        assertThat(isPrivate(address)).isFalse();
    }

    private static boolean isPrivate(String address) {
        Role nobody = new Role("", "");
        return new DatabaseAddress("jdbc:postgresql://" + address, nobody, nobody, nobody).isPrivate();
    }
}

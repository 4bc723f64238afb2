package kaigo.platform.postgres;

/** データベースを使えない: the message says why and what to do, in Japanese and then in English; show it as it is. */
public final class PostgresUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    PostgresUnavailable(String japanese, String english) {
        super(japanese + "\n" + english);
    }

    PostgresUnavailable(String japanese, String english, Throwable cause) {
        super(japanese + "\n" + english, cause);
    }
}

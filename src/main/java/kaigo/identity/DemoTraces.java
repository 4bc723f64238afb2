package kaigo.identity;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** デモの痕跡: accounts and certificates that everybody knows. A database that holds one of them never serves. */
public final class DemoTraces {

    private DemoTraces() {}

    /** What was found, in Japanese; the tables must be there. */
    public static List<String> in(JdbcClient database) {
        List<String> found = new ArrayList<>();
        if (holds(database, "select exists (select from identity.account where demo)")
                || holds(database, "select exists (select from identity.institution_account where demo)")) {
            found.add("デモのアカウント / demo accounts");
        }
        if (holds(database, "select exists (select from identity.client_certificate where demo)")) {
            found.add("デモの証明書 / demo certificates");
        }
        return found;
    }

    private static boolean holds(JdbcClient database, String question) {
        return database.sql(question).query(Boolean.class).single();
    }
}

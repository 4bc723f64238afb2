package kaigo.platform;

import java.util.Map;
import org.flywaydb.core.Flyway;

/** The schema's history, applied by the owner before the server starts. */
public final class Migrations {

    private Migrations() {}

    public static void apply(DatabaseAddress database) {
        Flyway.configure()
                .dataSource(
                        database.url(),
                        database.owner().name(),
                        database.owner().password())
                .placeholders(Map.of(
                        "application", database.application().name(),
                        "auditor", database.auditor().name()))
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}

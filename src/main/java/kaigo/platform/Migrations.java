package kaigo.platform;

import java.util.Map;
import kaigo.operations.SchemaVersion;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/** The schema's history, applied by the owner before the server starts. */
public final class Migrations {

    private Migrations() {}

    public static void apply(DatabaseAddress database) {
        of(database).migrate();
    }

    public static SchemaVersion state(DatabaseAddress database) {
        MigrationInfoService info = of(database).info();
        MigrationInfo[] all = info.all();
        MigrationInfo current = info.current();
        return new SchemaVersion(
                current == null ? "" : String.valueOf(current.getVersion()),
                String.valueOf(all[all.length - 1].getVersion()));
    }

    private static Flyway of(DatabaseAddress database) {
        return Flyway.configure()
                .dataSource(
                        database.url(),
                        database.owner().name(),
                        database.owner().password())
                .placeholders(Map.of(
                        "application", database.application().name(),
                        "auditor", database.auditor().name()))
                .validateMigrationNaming(true)
                .load();
    }
}

package kaigo.operations;

import java.nio.file.Path;
import java.util.Set;

/**
 * 周り: what the server was told of the world around it.
 *
 * @param dataFolder where the audit heads lie
 * @param schema as it was when the server started, which applies what is missing
 * @param named those that the server knows how to reach
 */
public record Surroundings(Path dataFolder, SchemaVersion schema, Set<Service> named) {

    /** Services of others, each of which an installation may do without. */
    public enum Service {
        INTERMEDIATE_SERVER,
        MAIL,
        PERSONS,
        CARD_LOOKUP,
        VIRUS_SCANNER,
        LOG_COLLECTOR
    }

    public boolean has(Service service) {
        return named.contains(service);
    }
}

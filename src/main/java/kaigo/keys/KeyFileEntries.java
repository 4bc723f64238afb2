package kaigo.keys;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in a key file, line by line. */
final class KeyFileEntries {
    private static final String SUPERUSER = "database.superuser";
    private static final String OWNER = "database.owner";
    private static final String APPLICATION = "database.application";
    private static final String AUDITOR = "database.auditor";

    private KeyFileEntries() {}

    static Map<String, String> fresh(boolean demo, SecureRandom random) {
        Map<KeySlot, List<NamedKey>> keys = new EnumMap<>(KeySlot.class);
        for (KeySlot slot : KeySlot.values()) {
            keys.put(slot, List.of(NamedKey.random(slot, 1, demo, random)));
        }
        var passwords = new RolePasswords(password(random), password(random), password(random), password(random));
        return of(keys, Optional.of(passwords));
    }

    static Map<String, String> of(Map<KeySlot, List<NamedKey>> keys, Optional<RolePasswords> passwords) {
        Map<String, String> entries = new LinkedHashMap<>();
        keys.forEach((slot, list) ->
                entries.put(slot.property, list.stream().map(NamedKey::text).collect(Collectors.joining(","))));
        passwords.ifPresent(all -> {
            entries.put(SUPERUSER, all.superuser());
            entries.put(OWNER, all.owner());
            entries.put(APPLICATION, all.application());
            entries.put(AUDITOR, all.auditor());
        });
        return entries;
    }

    /** Empty unless all four are there: a server of one's own has its passwords elsewhere. */
    static Optional<RolePasswords> passwords(Properties properties) {
        boolean all = Stream.of(SUPERUSER, OWNER, APPLICATION, AUDITOR)
                .noneMatch(name -> properties.getProperty(name, "").isBlank());
        return all
                ? Optional.of(new RolePasswords(
                        properties.getProperty(SUPERUSER),
                        properties.getProperty(OWNER),
                        properties.getProperty(APPLICATION),
                        properties.getProperty(AUDITOR)))
                : Optional.empty();
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package kaigo.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcealedNamesTest {

    private static final String TEXT = "4423020000000001";

    @TempDir
    Path folder;

    @Test
    void a_name_is_always_the_same_fits_an_address_and_tells_nothing() {
        ConcealedNames names = names(keys(), "person");
        String name = names.conceal(TEXT);
        assertThat(name).matches("[A-Za-z0-9_-]{43}").doesNotContain("442302");
        assertThat(names.conceal(TEXT)).isEqualTo(name);
        assertThat(names.conceal("4423020000000002")).isNotEqualTo(name);
        assertThat(names.reveal(name)).contains(TEXT);
    }

    @Test
    void what_did_not_come_from_here_is_nobodys() {
        ConcealedNames names = names(keys(), "person");
        String name = names.conceal(TEXT);
        SplittableRandom random = new SplittableRandom(20261128);
        for (int i = 0; i < 10_000; i++) {
            int at = random.nextInt(42);
            char other = (char) ('A' + random.nextInt(26));
            String altered = name.substring(0, at) + other + name.substring(at + 1);
            assertThat(names.reveal(altered).isPresent()).as(altered).isEqualTo(altered.equals(name));
        }
        for (String text : new String[] {"", "x", TEXT, "=", "%00", name + "A", name.substring(1), name + name}) {
            assertThat(names.reveal(text)).as(text).isEmpty();
        }
        assertThat(names(keys(), "another purpose").reveal(name)).isEmpty();
    }

    @Test
    void after_a_rotation_there_are_new_names_and_the_older_ones_are_understood() {
        String older = names(keys(), "person").conceal(TEXT);
        ConcealedNames after = names(keys().rotate(), "person");
        assertThat(after.conceal(TEXT)).isNotEqualTo(older);
        assertThat(after.reveal(older)).contains(TEXT);
        assertThat(after.reveal(after.conceal(TEXT))).contains(TEXT);
    }

    private KeyRing keys() {
        return KeyRing.openOrCreate(folder.resolve("keys"));
    }

    private static ConcealedNames names(KeyRing keys, String purpose) {
        return new ConcealedNames(keys, purpose);
    }
}

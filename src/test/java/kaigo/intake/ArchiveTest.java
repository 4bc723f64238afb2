package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kaigo.intake.Archive.Problem;
import kaigo.intake.Archive.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveTest {

    private final List<String> seen = new ArrayList<>();

    private final Visitor visitor = new Visitor() {
        @Override
        public void file(String name, InputStream bytes) throws IOException {
            seen.add(name + " " + bytes.readAllBytes().length);
        }

        @Override
        public void refused(String name, Problem problem) {
            seen.add(name + " " + problem);
        }
    };

    @Test
    void entries_come_in_their_order() throws IOException {
        read(zip("b.csv", "a.json"));

        assertThat(seen).containsExactly("b.csv 4", "a.json 4");
    }

    @ParameterizedTest
    @CsvSource({
        "../m01.csv, PATH",
        "folder/m01.csv, PATH",
        "folder\\m01.csv, PATH",
        "c:m01.csv, PATH",
        ".m01.csv, PATH",
        "inner.zip, NESTED",
        "INNER.ZIP, NESTED",
        "m01.xlsx, KIND",
        "m01, KIND",
    })
    void an_entry_that_is_no_plain_file_is_refused_and_its_neighbours_are_read(String name, Problem problem)
            throws IOException {
        read(zip("a.csv", name, "z.csv"));

        assertThat(seen).containsExactly("a.csv 4", name.replace('\\', '/') + " " + problem, "z.csv 4");
    }

    @Test
    void an_archive_without_entries_is_empty() throws IOException {
        read(zip());

        assertThat(seen).containsExactly(" EMPTY");
    }

    @Test
    void what_is_no_archive_is_refused() throws IOException {
        read("1,1,M01,2.02\r\n".getBytes(StandardCharsets.UTF_8));
        read(new byte[0]);

        assertThat(seen).containsExactly(" NOT_A_ZIP", " NOT_A_ZIP");
    }

    @Test
    void a_damaged_archive_ends_where_it_is_damaged() throws IOException {
        byte[] bytes = zipOf("a.csv", noise(100_000));
        read(java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(seen).containsExactly(" NOT_A_ZIP");
    }

    @Test
    void a_bomb_is_given_up_also_when_nobody_reads_its_entry() throws IOException {
        byte[] bomb = zipOf("a.csv", new byte[64 * 1024 * 1024]);
        read(bomb);
        Archive.read(new ByteArrayInputStream(bomb), new Visitor() {
            @Override
            public void file(String name, InputStream bytes) {}

            @Override
            public void refused(String name, Problem problem) {
                seen.add("unread" + name + " " + problem);
            }
        });

        assertThat(seen).containsExactly(" RATIO", "unread RATIO");
    }

    @Test
    void more_entries_than_allowed_are_not_read() throws IOException {
        String[] names = new String[Archive.MOST_ENTRIES + 1];
        for (int i = 0; i < names.length; i++) {
            names[i] = i + ".csv";
        }
        read(zip(names));

        assertThat(seen).hasSize(Archive.MOST_ENTRIES + 1).last().isEqualTo(" TOO_MANY");
    }

    @Test
    void an_encrypted_entry_ends_the_reading() throws IOException {
        byte[] bytes = zip("a.csv");
        bytes[6] |= 1;
        read(bytes);

        assertThat(seen).containsExactly(" ENCRYPTED");
    }

    @Test
    void a_broken_connection_is_not_called_a_broken_archive() {
        byte[] bytes = zipOf("a.csv", noise(100_000));
        InputStream breaking = new FilterInputStream(new ByteArrayInputStream(bytes, 0, 50_000)) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int count = super.read(into, from, length);
                if (count < 0) {
                    throw new IOException("connection reset");
                }
                return count;
            }
        };

        assertThatThrownBy(() -> Archive.read(breaking, visitor)).isInstanceOf(IOException.class);
        assertThat(seen).isEmpty();
    }

    private void read(byte[] bytes) throws IOException {
        Archive.read(new ByteArrayInputStream(bytes), visitor);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static byte[] zip(String... names) {
        Object[] entries = new Object[names.length * 2];
        for (int i = 0; i < names.length; i++) {
            entries[2 * i] = names[i];
            entries[2 * i + 1] = "text".getBytes(StandardCharsets.UTF_8);
        }
        return zipOf(entries);
    }

    static byte[] zipOf(Object... namesAndBytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write((byte[]) namesAndBytes[i + 1]);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

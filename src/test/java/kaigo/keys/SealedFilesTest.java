package kaigo.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedFilesTest {
    private static final byte[] NUMBER = "123456789018".getBytes(US_ASCII);

    @TempDir
    Path folder;

    private KeyRing keys;
    private SealedFiles files;
    private Path path;

    @BeforeEach
    void prepare() {
        keys = KeyRing.openOrCreate(folder.resolve("keys"));
        files = new SealedFiles(keys);
        path = folder.resolve("received");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_495, 65_496, 65_536, 200_001, 3_000_000})
    void what_was_written_is_read_again(int length) throws IOException {
        byte[] content = bytes(length);
        write(content);
        assertThat(read()).isEqualTo(content);
    }

    @Test
    void nothing_plain_stands_on_disk_and_only_the_owner_may_read_it() throws IOException {
        byte[] content = "123456789018,ﾔﾏﾀﾞ\n".repeat(20_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        write(content);
        assertThat(new String(Files.readAllBytes(path), ISO_8859_1)).doesNotContain("1234567", "6789018");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void an_altered_file_is_refused_wherever_the_alteration_is() throws IOException {
        write(bytes(150_000));
        byte[] whole = Files.readAllBytes(path);
        // the wrapped key, the stream's head, and places in each of its segments
        for (int at : new int[] {0, 4, 20, 60, 8192, 8200, 8230, 8232, 70_000, 140_000, whole.length - 1}) {
            byte[] altered = whole.clone();
            altered[at] ^= 1;
            Files.write(path, altered);
            assertThatThrownBy(this::read).as("byte %d", at).isInstanceOfAny(IOException.class, SealBroken.class);
        }
        Files.write(path, whole);
        assertThat(read()).hasSize(150_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 8191, 8192, 8231, 8232, 73_728, 139_264, 158_271})
    void a_truncated_file_is_refused(int length) throws IOException {
        write(bytes(150_000));
        byte[] whole = Files.readAllBytes(path);
        assertThat(whole.length).isGreaterThan(length);
        Files.write(path, Arrays.copyOf(whole, length));
        assertThatThrownBy(this::read).isInstanceOfAny(IOException.class, SealBroken.class);
    }

    @Test
    void a_file_never_finished_leaves_nothing() throws IOException {
        try (SealedFile file = files.create(path)) {
            file.out().write(bytes(100_000));
            assertThat(path).doesNotExist();
        }
        assertThat(namesInFolder()).containsExactly("keys");
    }

    @Test
    void after_a_crash_unfinished_files_are_destroyed_and_finished_ones_kept() throws IOException {
        write(NUMBER);
        Files.copy(path, folder.resolve("other.unfinished"));
        assertThat(SealedFiles.destroyUnfinished(folder)).isEqualTo(1);
        assertThat(namesInFolder()).containsExactlyInAnyOrder("keys", "received");
    }

    @Test
    void a_file_is_never_replaced() throws IOException {
        write(NUMBER);
        assertThatThrownBy(() -> files.create(path)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(read()).isEqualTo(NUMBER);
    }

    @Test
    void a_sealed_number_takes_40_bytes_and_opens_again() throws IOException {
        write(NUMBER);
        byte[] sealed = files.recordCipher(path).seal(NUMBER);
        assertThat(sealed).hasSize(40);
        assertThat(files.recordCipher(path).unseal(sealed)).isEqualTo(NUMBER);
        for (int at = 0; at < sealed.length; at++) {
            byte[] altered = sealed.clone();
            altered[at] ^= 1;
            assertThatThrownBy(() -> files.recordCipher(path).unseal(altered)).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void no_nonce_is_used_twice_by_one_or_several_ciphers_of_a_file() throws IOException {
        write(NUMBER);
        Set<String> nonces = new HashSet<>();
        for (int run = 0; run < 50; run++) {
            RecordCipher cipher = files.recordCipher(path);
            for (int i = 0; i < 1000; i++) {
                nonces.add(HexFormat.of().formatHex(cipher.seal(NUMBER), 0, 12));
            }
        }
        assertThat(nonces).hasSize(50_000);
    }

    @Test
    void a_number_of_one_file_is_not_opened_by_another() throws IOException {
        write(NUMBER);
        byte[] sealed = files.recordCipher(path).seal(NUMBER);
        path = folder.resolve("another");
        write(NUMBER);
        assertThatThrownBy(() -> files.recordCipher(path).unseal(sealed)).isInstanceOf(SealBroken.class);
    }

    @Test
    void a_destroyed_file_opens_nothing_any_more_even_from_a_copy_of_its_blocks() throws IOException {
        write(NUMBER);
        Path blocks = Files.createLink(folder.resolve("blocks"), path);
        SealedFiles.destroy(path);
        assertThat(path).doesNotExist();
        assertThatThrownBy(() -> files.recordCipher(path)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> files.recordCipher(blocks)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> files.open(blocks)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> files.rewrap(blocks)).isInstanceOf(SealBroken.class);
        SealedFiles.destroy(path);
    }

    @Test
    void rotation_wraps_the_key_anew_and_leaves_no_old_wrapping() throws IOException {
        write(NUMBER);
        byte[] sealed = files.recordCipher(path).seal(NUMBER);
        String oldMaster = keys.masterKeyId();
        keys = keys.rotate();
        files = new SealedFiles(keys);
        assertThat(read()).isEqualTo(NUMBER);
        assertThat(files.rewrap(path)).isTrue();
        assertThat(files.rewrap(path)).isFalse();
        assertThat(new String(Files.readAllBytes(path), ISO_8859_1))
                .contains(keys.masterKeyId())
                .doesNotContain(oldMaster);
        assertThat(read()).isEqualTo(NUMBER);
        assertThat(files.recordCipher(path).unseal(sealed)).isEqualTo(NUMBER);
        keys = keys.rotate();
        files = new SealedFiles(keys);
        assertThat(files.rewrap(path)).isTrue();
        assertThat(read()).isEqualTo(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 100, 4096})
    void a_power_cut_while_the_new_wrapping_is_written_loses_nothing(int written) throws IOException {
        write(NUMBER);
        byte[] before = Files.readAllBytes(path);
        files = new SealedFiles(keys.rotate());
        files.rewrap(path);
        byte[] after = Files.readAllBytes(path);
        byte[] cut = before.clone();
        System.arraycopy(after, 4096, cut, 4096, written);
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(cut), 0);
        }
        assertThat(read()).isEqualTo(NUMBER);
        files.rewrap(path);
        assertThat(read()).isEqualTo(NUMBER);
        assertThat(files.rewrap(path)).isFalse();
    }

    private void write(byte[] content) throws IOException {
        try (SealedFile file = files.create(path)) {
            file.out().write(content);
            file.finish();
        }
    }

    private byte[] read() throws IOException {
        try (var in = files.open(path)) {
            return in.readAllBytes();
        }
    }

    private Set<String> namesInFolder() throws IOException {
        Set<String> names = new HashSet<>();
        try (var list = Files.newDirectoryStream(folder)) {
            list.forEach(file -> names.add(file.getFileName().toString()));
        }
        return names;
    }

    private static byte[] bytes(int length) {
        byte[] content = new byte[length];
        new Random(7).nextBytes(content);
        return content;
    }
}

package kaigo.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {

    private static final int ROOM = 4;

    private final Semaphore room = new Semaphore(ROOM);

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "262143, 1", "262144, 1", "262145, 2", "786432, 3"})
    void bytes_are_held_in_parts_and_are_the_same_afterwards(int length, int parts) throws IOException {
        byte[] bytes = noise(length);
        try (Parts held = new Parts(room)) {
            assertThat(held.read(new ByteArrayInputStream(bytes), length)).isEmpty();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            held.writeTo(out);

            assertThat(out.toByteArray()).isEqualTo(bytes);
            assertThat(held.list()).hasSize(parts);
            assertThat(held.digest()).isEqualTo(Pdfs.sha256(bytes));
            assertThat(room.availablePermits()).isEqualTo(ROOM - parts);
        }
        assertThat(room.availablePermits()).isEqualTo(ROOM);
    }

    @Test
    void more_than_the_limit_is_not_read() throws IOException {
        try (Parts held = new Parts(room)) {
            assertThat(held.read(new ByteArrayInputStream(noise(Parts.SIZE + 1)), Parts.SIZE))
                    .contains(DocumentProblem.TOO_LARGE);
        }
        assertThat(room.availablePermits()).isEqualTo(ROOM);
    }

    @Test
    void who_finds_no_room_is_refused_and_leaves_the_others_theirs() throws IOException {
        try (Parts first = new Parts(room);
                Parts second = new Parts(room)) {
            first.read(new ByteArrayInputStream(noise(2 * Parts.SIZE)), Integer.MAX_VALUE);

            assertThat(second.read(new ByteArrayInputStream(noise(9 * Parts.SIZE)), Integer.MAX_VALUE))
                    .contains(DocumentProblem.BUSY);
            assertThat(room.availablePermits()).isZero();
        }
        assertThat(room.availablePermits()).isEqualTo(ROOM);
    }

    @Test
    void a_connection_that_breaks_gives_its_room_back() {
        InputStream breaking = new InputStream() {
            private int left = Parts.SIZE;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("connection reset");
                }
                return 0;
            }
        };
        assertThatThrownBy(() -> {
                    try (Parts held = new Parts(room)) {
                        held.read(breaking, Integer.MAX_VALUE);
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(room.availablePermits()).isEqualTo(ROOM);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }
}

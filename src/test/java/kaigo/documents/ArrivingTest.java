package kaigo.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import kaigo.TestServer;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.Purpose;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What is on its way in: part by part in the database, not in memory, and nothing of it is left when it is over. */
class ArrivingTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final InsurerViewer sender = InsurerViewer.staff(insurer, "test", "request");
    private final DocumentStore store = TestServer.bean(DocumentStore.class);
    private final Documents documents = TestServer.bean(Documents.class);

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "262143, 0", "262144, 1", "262145, 1", "786432, 3", "786433, 3"})
    void only_full_parts_are_put_down_and_the_bytes_are_the_same_afterwards(int length, int parts) {
        byte[] bytes = noise(length);
        act(permit -> {
            try (Arriving arriving = arriving(permit)) {
                assertThat(arriving.read(new ByteArrayInputStream(bytes), length))
                        .isTrue();
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                arriving.writeTo(out);

                assertThat(out.toByteArray()).isEqualTo(bytes);
                assertThat(arriving.length()).isEqualTo(length);
                assertThat(arriving.digest()).isEqualTo(Pdfs.sha256(bytes));
                assertThat(onTheirWay()).isEqualTo(parts);
            }
        });
        assertThat(onTheirWay()).isZero();
    }

    /** So that what is in memory does not grow with it: every part but the one that comes has been handed on. */
    @Test
    void of_a_document_of_20_mb_no_more_than_one_part_is_waited_for_at_a_time() {
        InputStream large = new InputStream() {
            private int given;

            @Override
            public int read() {
                throw new AssertionError("byte by byte");
            }

            @Override
            public int read(byte[] into, int from, int most) {
                assertThat(onTheirWay()).isEqualTo(given / Arriving.PART);
                int count = Math.min(Math.min(most, 100_000), Documents.LIMIT - given);
                given += count;
                return count == 0 ? -1 : count;
            }
        };
        assertThat(documents.receive(sender, large, Pdfs.sha256(new byte[Documents.LIMIT])))
                .isEqualTo(new Kept.Refused(DocumentProblem.NOT_A_PDF));
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource(
            value = DocumentProblem.class,
            names = {"TOO_LARGE", "OTHER_CONTENT", "BROKEN"})
    void whatever_is_refused_leaves_nothing(DocumentProblem problem) {
        byte[] pdf = Pdfs.large(1);
        byte[] bytes = switch (problem) {
            case TOO_LARGE -> noise(Documents.LIMIT + 1);
            case OTHER_CONTENT -> pdf;
            default -> java.util.Arrays.copyOf(pdf, pdf.length - 20);
        };
        String said = problem == DocumentProblem.OTHER_CONTENT ? "0" : Pdfs.sha256(bytes);

        assertThat(documents.receive(sender, new ByteArrayInputStream(bytes), said))
                .isEqualTo(new Kept.Refused(problem));
        assertNothingIsLeft();
    }

    @Test
    void a_connection_that_breaks_leaves_nothing() {
        assertThatThrownBy(() -> documents.receive(sender, breaking(), "0")).isInstanceOf(UncheckedIOException.class);
        assertNothingIsLeft();
    }

    private InputStream breaking() {
        return new SequenceInputStream(new ByteArrayInputStream(noise(600_000)), new InputStream() {
            @Override
            public int read() throws IOException {
                assertThat(onTheirWay()).isEqualTo(2);
                throw new IOException("connection reset");
            }
        });
    }

    @Test
    void a_document_that_is_kept_leaves_nothing_on_its_way_also_when_it_comes_again() {
        byte[] pdf = Pdfs.large(1);

        assertThat(documents.receive(sender, new ByteArrayInputStream(pdf), Pdfs.sha256(pdf)))
                .isEqualTo(stored(pdf, true));
        assertThat(onTheirWay()).isZero();
        assertThat(documents.receive(sender, new ByteArrayInputStream(pdf), Pdfs.sha256(pdf)))
                .isEqualTo(stored(pdf, false));
        assertThat(onTheirWay()).isZero();
    }

    @Test
    void what_was_lost_on_its_way_is_not_kept_and_may_come_again() {
        byte[] pdf = Pdfs.large(1);
        InputStream lost = new SequenceInputStream(new ByteArrayInputStream(pdf), new InputStream() {
            @Override
            public int read() {
                lose();
                return -1;
            }
        });
        assertThat(documents.receive(sender, lost, Pdfs.sha256(pdf)))
                .isEqualTo(new Kept.Refused(DocumentProblem.NOT_CHECKED));
        assertNothingIsLeft();
    }

    @Test
    void what_was_lost_after_its_check_is_not_kept_either() throws IOException {
        byte[] pdf = Pdfs.large(1);
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (FakeClamd clamd = new FakeClamd(StandardProtocolFamily.INET, anyPort, bytes -> {
            lose();
            return "stream: OK";
        })) {
            Documents scanning = with(new VirusScanner(clamd.address(), VirusScanner.PATIENCE));
            assertThat(scanning.receive(sender, new ByteArrayInputStream(pdf), Pdfs.sha256(pdf)))
                    .isEqualTo(new Kept.Refused(DocumentProblem.NOT_CHECKED));
            assertThat(clamd.scanned()).as("whole").singleElement().isEqualTo(pdf);
        }
        assertNothingIsLeft();
    }

    /** As after SIGKILL: nobody closed it. */
    @Test
    void what_a_killed_server_left_is_swept_away_and_what_still_comes_is_not() {
        Instant now = TestServer.bean(Clock.class).instant();
        act(permit -> {
            for (int part = 0; part < 2; part++) {
                store.addArriving(permit, new UUID(1, 1), part, noise(Arriving.PART), now.minusSeconds(3601));
                store.addArriving(
                        permit, new UUID(2, 2), part, noise(Arriving.PART), now.minusSeconds(3601L * (1 - part)));
            }
        });
        TestServer.bean(DocumentPurge.class).run();

        assertThat(database()
                        .sql("select distinct arriving from documents.arriving where insurer_number = ?")
                        .param(insurer.value())
                        .query(UUID.class)
                        .list())
                .containsExactly(new UUID(2, 2));
        lose();
    }

    /** The database itself empties such a table after a crash, and writes nothing of it to its log. */
    @Test
    void what_a_killed_database_left_is_gone_when_it_starts_again() {
        assertThat(database()
                        .sql("select relpersistence from pg_class where oid = 'documents.arriving'::regclass")
                        .query(String.class)
                        .single())
                .isEqualTo("u");
    }

    @Test
    void who_finds_no_room_is_asked_to_come_again_and_whoever_leaves_gives_his_back() {
        Documents full = with(null);
        byte[] pdf = Pdfs.plain(1, "text");
        full.room.drainPermits();
        assertThat(full.receive(sender, new ByteArrayInputStream(pdf), Pdfs.sha256(pdf)))
                .isEqualTo(new Kept.Refused(DocumentProblem.BUSY));

        full.room.release();
        full.receive(sender, new ByteArrayInputStream(noise(Documents.LIMIT + 1)), "0");
        assertThatThrownBy(() -> full.receive(sender, breaking(), "0")).isInstanceOf(UncheckedIOException.class);
        assertThat(full.receive(sender, new ByteArrayInputStream(pdf), Pdfs.sha256(pdf)))
                .isEqualTo(stored(pdf, true));
    }

    private Documents with(@Nullable VirusScanner scanner) {
        return new Documents(
                TestServer.bean(Gate.class),
                store,
                new DocumentCheck(TestServer.bean(CheckWorker.class), Optional.ofNullable(scanner)),
                TestServer.bean(PlatformTransactionManager.class),
                TestServer.bean(Clock.class));
    }

    private interface Act {
        void with(InsurerPermit permit) throws IOException;
    }

    private void act(Act act) {
        TestServer.bean(Gate.class).act(sender, Purpose.SEND_FILE, List.of(), permit -> {
            try {
                act.with(permit);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Arriving arriving(InsurerPermit permit) {
        return new Arriving(store, permit, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private static Kept stored(byte[] pdf, boolean isNew) {
        return new Kept.Stored(new Document(Pdfs.sha256(pdf), 1, pdf.length), isNew);
    }

    private void assertNothingIsLeft() {
        assertThat(onTheirWay()).isZero();
        assertThat(count("documents.document")).isZero();
        assertThat(count("documents.part")).isZero();
    }

    private void lose() {
        database()
                .sql("delete from documents.arriving where insurer_number = ?")
                .param(insurer.value())
                .update();
    }

    private int onTheirWay() {
        return count("documents.arriving");
    }

    private int count(String table) {
        return database()
                .sql("select count(*) from " + table + " where insurer_number = ?")
                .param(insurer.value())
                .query(Integer.class)
                .single();
    }

    private static JdbcClient database() {
        return TestServer.bean(JdbcClient.class);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }
}

package kaigo.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import kaigo.TestServer;
import kaigo.access.Gate;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;

/** What clamd finds is refused, and without its answer nothing is taken. */
class VirusScannerTest {

    private static final SocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @TempDir
    private Path folder;

    @Test
    void every_byte_reaches_the_scanner() throws IOException {
        byte[] large = new byte[3 * Arriving.PART + 17];
        new Random(1).nextBytes(large);
        try (FakeClamd clamd = clamd(bytes -> "stream: OK")) {
            assertThat(scan(clamd.address(), large)).isEmpty();
            assertThat(clamd.scanned()).singleElement().isEqualTo(large);
        }
        SocketAddress socket = UnixDomainSocketAddress.of(folder.resolve("clamd.ctl"));
        try (FakeClamd clamd = new FakeClamd(StandardProtocolFamily.UNIX, socket, bytes -> "stream: OK")) {
            assertThat(scan(clamd.address(), large)).as("by its Unix socket").isEmpty();
            assertThat(clamd.scanned()).singleElement().isEqualTo(large);
        }
    }

    @Test
    void a_finding_is_one_and_whatever_is_no_answer_is_no_look() throws IOException {
        assertThat(answered("stream: Eicar-Signature FOUND")).contains(DocumentProblem.INFECTED);
        assertThat(answered("INSTREAM size limit exceeded. ERROR")).contains(DocumentProblem.NOT_CHECKED);
        assertThat(answered("x")).contains(DocumentProblem.NOT_CHECKED);
    }

    @Test
    void a_scanner_that_is_away_or_silent_leaves_the_document_unchecked() throws IOException {
        SocketAddress gone;
        try (FakeClamd clamd = clamd(bytes -> "stream: OK")) {
            gone = clamd.address();
        }
        assertThat(scan(gone, new byte[10])).contains(DocumentProblem.NOT_CHECKED);
        try (FakeClamd silent = clamd(bytes -> "")) {
            VirusScanner impatient = new VirusScanner(silent.address(), Duration.ofMillis(50));
            assertThat(impatient.scan(new HeldBytes(new byte[10]))).contains(DocumentProblem.NOT_CHECKED);
        }
    }

    @Test
    void an_infected_document_is_refused_and_not_kept() throws IOException {
        InsurerNumber insurer = TestServer.insurerDaily();
        InsurerViewer sender = InsurerViewer.staff(insurer, "test", "request");
        byte[] bad = Pdfs.plain(1, "bad");
        byte[] good = Pdfs.plain(1, "good");
        try (FakeClamd clamd = clamd(bytes -> Arrays.equals(bytes, bad) ? "stream: Test FOUND" : "stream: OK")) {
            Documents documents = documents(clamd.address());
            assertThat(documents.receive(sender, new ByteArrayInputStream(bad), Pdfs.sha256(bad)))
                    .isEqualTo(new Kept.Refused(DocumentProblem.INFECTED));
            assertThat(documents.receive(sender, new ByteArrayInputStream(good), Pdfs.sha256(good)))
                    .isInstanceOf(Kept.Stored.class);
        }
        assertThat(Loads.database()
                        .sql("select encode(sha256, 'hex') from documents.document where insurer_number = ?")
                        .param(insurer.value())
                        .query(String.class)
                        .list())
                .containsExactly(Pdfs.sha256(good));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "clamd", "127.0.0.1", "127.0.0.1:x", "127.0.0.1:999999", "clamd.example.jp:3310"})
    void an_address_is_a_path_or_a_port_of_this_machine(String text) {
        assertThatThrownBy(() -> VirusScanner.address(text)).isInstanceOf(IllegalArgumentException.class);
        assertThat(VirusScanner.address("/run/clamav/clamd.ctl")).isInstanceOf(UnixDomainSocketAddress.class);
        assertThat(VirusScanner.address("127.0.0.1:3310")).isEqualTo(new InetSocketAddress("127.0.0.1", 3310));
    }

    private static Documents documents(SocketAddress scanner) {
        return new Documents(
                TestServer.bean(Gate.class),
                TestServer.bean(DocumentStore.class),
                new DocumentCheck(
                        TestServer.bean(CheckWorker.class),
                        Optional.of(new VirusScanner(scanner, VirusScanner.PATIENCE))),
                TestServer.bean(PlatformTransactionManager.class),
                TestServer.bean(Clock.class));
    }

    private static Optional<DocumentProblem> answered(String answer) throws IOException {
        try (FakeClamd clamd = clamd(bytes -> answer)) {
            return scan(clamd.address(), "x".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static FakeClamd clamd(Function<byte[], String> answer) throws IOException {
        return new FakeClamd(StandardProtocolFamily.INET, ANY_PORT, answer);
    }

    private static Optional<DocumentProblem> scan(SocketAddress address, byte[] bytes) {
        return new VirusScanner(address, VirusScanner.PATIENCE).scan(new HeldBytes(bytes));
    }
}

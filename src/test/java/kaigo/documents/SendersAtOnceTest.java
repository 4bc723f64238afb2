package kaigo.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kaigo.Await;
import kaigo.TestServer;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several documents are on their way at the same time. */
class SendersAtOnceTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final InsurerViewer sender = InsurerViewer.staff(insurer, "test", "request");
    private final Documents documents = TestServer.bean(Documents.class);

    @Test
    void of_two_that_send_the_same_at_once_both_are_told_that_it_is_there_and_one_that_it_is_new() throws Exception {
        byte[] pdf = Pdfs.large(1);
        CountDownLatch bothAreThere = new CountDownLatch(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Kept>> answers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                answers.add(CompletableFuture.supplyAsync(
                        () -> documents.receive(sender, endingAfter(pdf, bothAreThere), Pdfs.sha256(pdf)), threads));
            }
            assertThat(answers.stream().map(CompletableFuture::join))
                    .containsExactlyInAnyOrder(stored(pdf, true), stored(pdf, false));
        }
        assertThat(count("documents.document")).isOne();
        assertThat(count("documents.part")).isEqualTo(pdf.length / Arriving.PART + 1);
        assertThat(onTheirWay()).isZero();
    }

    /** More of them than there are connections to the database. */
    @Test
    void senders_that_are_slow_hold_up_nobody() {
        int senders = TestServer.bean("applicationPool", HikariDataSource.class).getMaximumPoolSize() + 1;
        byte[] pdf = Pdfs.large(1);
        CountDownLatch othersAreDone = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Kept>> slow = new ArrayList<>();
            for (int i = 0; i < senders; i++) {
                slow.add(CompletableFuture.supplyAsync(
                        () -> documents.receive(sender, endingWith(pdf, othersAreDone), Pdfs.sha256(pdf)), threads));
            }
            try {
                Await.until(() -> onTheirWay() == senders * (pdf.length / Arriving.PART), DEADLINE);
                byte[] other = Pdfs.plain(1, "other");
                assertThat(documents.receive(sender, new ByteArrayInputStream(other), Pdfs.sha256(other)))
                        .isEqualTo(stored(other, true));
                assertThat(slow).noneMatch(CompletableFuture::isDone);
            } finally {
                othersAreDone.countDown();
            }
            assertThat(slow.stream().map(CompletableFuture::join))
                    .allMatch(answer ->
                            answer instanceof Kept.Stored(Document one, boolean isNew) && one.bytes() == pdf.length);
        }
        assertThat(onTheirWay()).isZero();
    }

    /** Its end comes when all who share the latch have given all their bytes. */
    private static InputStream endingAfter(byte[] bytes, CountDownLatch all) {
        return new SequenceInputStream(new ByteArrayInputStream(bytes), new InputStream() {
            @Override
            public int read() throws IOException {
                all.countDown();
                return endingWith(new byte[0], all).read();
            }
        });
    }

    private static InputStream endingWith(byte[] bytes, CountDownLatch latch) {
        return new SequenceInputStream(new ByteArrayInputStream(bytes), new InputStream() {
            @Override
            public int read() throws IOException {
                try {
                    if (latch.await(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
                        return -1;
                    }
                    throw new IOException("the others do not come");
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        });
    }

    private static Kept stored(byte[] pdf, boolean isNew) {
        return new Kept.Stored(new Document(Pdfs.sha256(pdf), 1, pdf.length), isNew);
    }

    private int onTheirWay() {
        return count("documents.arriving");
    }

    private int count(String table) {
        return TestServer.bean(JdbcClient.class)
                .sql("select count(*) from " + table + " where insurer_number = ?")
                .param(insurer.value())
                .query(Integer.class)
                .single();
    }
}

package kaigo.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import kaigo.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The process beside the server, a real one. */
class CheckWorkerTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private CheckWorker worker = new CheckWorker(LONG);

    @AfterEach
    void end() {
        worker.close();
    }

    @Test
    void one_process_checks_one_document_after_another() {
        assertThat(check(Pdfs.plain(3, "text"))).isEqualTo(new Verdict.Sound(3));
        long pid = worker.pid().orElseThrow();

        assertThat(check(Pdfs.script())).isEqualTo(refused(DocumentProblem.JAVASCRIPT));
        assertThat(check(new byte[0])).isEqualTo(refused(DocumentProblem.NOT_A_PDF));
        assertThat(check(Pdfs.plain(2, "text"))).isEqualTo(new Verdict.Sound(2));
        assertThat(worker.pid()).contains(pid);
    }

    @Test
    void a_document_that_fills_the_memory_ends_the_process_and_is_refused() {
        check(Pdfs.plain(1, "text"));
        long pid = worker.pid().orElseThrow();

        assertThat(check(Pdfs.memoryBomb())).isEqualTo(refused(DocumentProblem.TOO_HEAVY));
        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(check(Pdfs.plain(1, "text"))).isEqualTo(new Verdict.Sound(1));
    }

    @Test
    void a_document_without_an_end_is_given_up_after_the_limit() {
        worker = new CheckWorker(SHORT);

        assertThat(check(Pdfs.endless())).isEqualTo(refused(DocumentProblem.TOO_HEAVY));
        assertThat(check(Pdfs.plain(1, "text"))).isEqualTo(new Verdict.Sound(1));
    }

    @Test
    void a_process_that_was_killed_between_two_documents_is_replaced() {
        check(Pdfs.plain(1, "text"));
        kill(worker.pid().orElseThrow());

        assertThat(check(Pdfs.plain(1, "text"))).isEqualTo(new Verdict.Sound(1));
    }

    @Test
    void a_process_that_is_killed_over_a_document_is_replaced_once() {
        CompletableFuture<Verdict> answer = CompletableFuture.supplyAsync(() -> check(Pdfs.endless()));
        long first = awaitOther(0);
        kill(first);
        long second = awaitOther(first);
        assertThat(answer).isNotDone();
        kill(second);

        assertThat(answer.join()).isEqualTo(refused(DocumentProblem.NOT_CHECKED));
        assertThat(check(Pdfs.plain(1, "text"))).isEqualTo(new Verdict.Sound(1));
    }

    @Test
    void a_process_ends_by_itself_when_nobody_is_left_who_would_end_it() throws IOException {
        CheckProcess alone = CheckProcess.start(SHORT);

        assertThat(alone.check(new HeldBytes(Pdfs.endless()), LONG)).contains(refused(DocumentProblem.TOO_HEAVY));
        assertThat(alone.isAlive()).isFalse();
    }

    /** The database is away while the document is handed over. */
    @Test
    void a_document_that_cannot_be_handed_over_whole_leaves_no_half_of_it_for_the_next_one() {
        worker = new CheckWorker(CheckWorker.LIMIT);
        Content failing = new Content() {
            @Override
            public int length() {
                return 1_000_000;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(new byte[500_000]);
                throw new IllegalStateException("no connection");
            }
        };
        assertThatThrownBy(() -> worker.check(failing)).hasMessage("no connection");
        assertThat(check(Pdfs.plain(2, "text"))).isEqualTo(new Verdict.Sound(2));
    }

    /** Time that the bytes took to come is not the document's. */
    @Test
    void a_document_that_was_waited_for_too_long_may_come_again() {
        worker = new CheckWorker(SHORT);
        Content slow = new Content() {
            @Override
            public int length() {
                return 1;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                long pid = worker.pid().orElseThrow();
                Await.until(() -> ProcessHandle.of(pid).isEmpty(), DEADLINE);
                throw new IOException("broken pipe");
            }
        };
        assertThat(worker.check(slow)).isEqualTo(refused(DocumentProblem.NOT_CHECKED));
    }

    private long awaitOther(long before) {
        Await.until(() -> worker.pid().filter(pid -> pid != before).isPresent(), DEADLINE);
        return worker.pid().orElseThrow();
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        Await.until(() -> ProcessHandle.of(pid).isEmpty(), DEADLINE);
    }

    private static Verdict refused(DocumentProblem problem) {
        return new Verdict.Refused(problem);
    }

    private Verdict check(byte[] pdf) {
        return worker.check(new HeldBytes(pdf));
    }
}

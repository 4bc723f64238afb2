package kaigo.documents;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 描画の係: a process of its own beside that of the check, so that drawing holds up no upload. It holds the document of which
 * it drew last. One page at a time, in the order of those who ask; who would wait too long is asked to come again.
 */
final class DrawWorker implements AutoCloseable {

    /** For one page (proposed, ours). An honest one takes a fraction of a second. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    /** A process that ends for no reason of the document's is replaced once. */
    private static final int TRIES = 2;

    /** Requests that may wait for their page: each of them holds a thread of the server [P]. */
    private static final int MOST_WAITING = 16;

    private static final Logger LOG = LoggerFactory.getLogger(DrawWorker.class);

    private final Duration limit;
    private final ProcessSlot slot;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private @Nullable CheckProcess holder;
    private String held = "";

    DrawWorker(Duration limit) {
        this.limit = limit;
        this.slot = new ProcessSlot(limit);
    }

    /** @param name of the document, as no other has it */
    record Paper(String name, Content content) {}

    Drawn draw(Paper paper, int page) {
        return ask(paper, process -> process.draw(page, limit), Drawn.Not::new);
    }

    /** A line for each item: page, blank, title. Empty if there is none, or none that can be read. */
    String outline(Paper paper) {
        return ask(paper, process -> process.outline(limit), problem -> "");
    }

    private <T> T ask(
            Paper paper, Function<CheckProcess, Optional<T>> question, Function<DocumentProblem, T> otherwise) {
        if (!waiting.tryAcquire()) {
            return otherwise.apply(DocumentProblem.BUSY);
        }
        try {
            if (!turn.tryLock(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return otherwise.apply(DocumentProblem.BUSY);
            }
            try {
                return askInTurn(paper, question, otherwise);
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise.apply(DocumentProblem.BUSY);
        } finally {
            waiting.release();
        }
    }

    private <T> T askInTurn(
            Paper paper, Function<CheckProcess, Optional<T>> question, Function<DocumentProblem, T> otherwise) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                CheckProcess process = slot.running();
                Optional<Verdict> holding = hold(process, paper);
                if (holding.isPresent() && holding.get() instanceof Verdict.Refused(DocumentProblem problem)) {
                    return otherwise.apply(problem);
                }
                Optional<T> answer = holding.isEmpty() ? Optional.empty() : question.apply(process);
                if (answer.isPresent()) {
                    return answer.get();
                }
                LOG.warn("the drawing of documents was ended from outside");
            } catch (IOException e) {
                LOG.error("the drawing of documents does not start", e);
            }
        }
        return otherwise.apply(DocumentProblem.NOT_CHECKED);
    }

    private Optional<Verdict> hold(CheckProcess process, Paper paper) {
        if (process == holder && held.equals(paper.name())) {
            return Optional.of(new Verdict.Sound(1));
        }
        held = "";
        Optional<Verdict> answer = process.hold(paper.content(), limit);
        if (answer.isPresent() && answer.get() instanceof Verdict.Sound) {
            holder = process;
            held = paper.name();
        }
        return answer;
    }

    /** Of the process that runs now. */
    Optional<Long> pid() {
        return slot.pid();
    }

    @Override
    public void close() {
        slot.close();
    }
}

package kaigo.documents;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 内容の検査の係: a process of its own that looks into the documents, with a memory and a time limit, so that a document made
 * to do harm ends that process and not the server (settled 36). It lives on from document to document and is started anew
 * when it has ended. One document at a time: the others wait.
 */
final class CheckWorker implements AutoCloseable {

    /** For one document (proposed, ours). An honest one takes less than a second. */
    static final Duration LIMIT = Duration.ofSeconds(20);

    /** A process that ends for no reason of the document's is replaced once. */
    private static final int TRIES = 2;

    private static final Logger LOG = LoggerFactory.getLogger(CheckWorker.class);

    private final Duration limit;
    private final ProcessSlot slot;

    CheckWorker(Duration limit) {
        this.limit = limit;
        this.slot = new ProcessSlot(limit);
    }

    synchronized Verdict check(Content document) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                CheckProcess running = slot.running();
                Optional<Verdict> verdict = running.check(document, limit);
                if (verdict.isPresent()) {
                    return verdict.get();
                }
                LOG.warn("the check of documents was ended from outside");
            } catch (IOException e) {
                LOG.error("the check of documents does not start", e);
            }
        }
        return new Verdict.Refused(DocumentProblem.NOT_CHECKED);
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

package kaigo.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.Purpose;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 文書の保管: the front door to documents. A PDF comes before the record that names it; one that no record names is removed
 * after {@value #PATIENCE_DAYS} days. Whatever was answered as stored is durable.
 */
public final class Documents {

    /** Bytes of one document (interface.md 9.9; proposed, ours). */
    public static final int LIMIT = 20 * 1024 * 1024;

    /** Proposed, ours. */
    static final int PATIENCE_DAYS = 7;

    /** Documents that are on their way at one time. Each of them has one part in memory: 128 MiB (proposed, ours). */
    private static final int MOST_AT_ONCE = 512;

    private final Gate gate;
    private final DocumentStore store;
    private final DocumentCheck check;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    /** Seen by tests, which fill it. */
    final Semaphore room = new Semaphore(MOST_AT_ONCE);

    Documents(
            Gate gate,
            DocumentStore store,
            DocumentCheck check,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.check = check;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * One request with one document.
     *
     * @param sha256 what the sender says that the bytes are, in lower case
     * @throws UncheckedIOException if the sender's connection breaks
     */
    public Kept receive(InsurerViewer sender, InputStream bytes, String sha256) {
        return gate.act(sender, Purpose.SEND_FILE, List.of(), permit -> {
            try {
                return keep(permit, sender, bytes, sha256);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * Keeps a document within the act that the permit was given for.
     *
     * @param sha256 what the sender says that the bytes are, or null
     * @throws IOException if the sender's connection breaks; nothing is kept then
     */
    public Kept keep(InsurerPermit permit, InsurerViewer sender, InputStream bytes, @Nullable String sha256)
            throws IOException {
        if (!room.tryAcquire()) {
            return new Kept.Refused(DocumentProblem.BUSY);
        }
        try (Arriving arriving = new Arriving(store, permit, clock)) {
            if (!arriving.read(bytes, LIMIT)) {
                return new Kept.Refused(DocumentProblem.TOO_LARGE);
            }
            String digest = arriving.digest();
            if (sha256 != null && !sha256.equals(digest)) {
                return new Kept.Refused(DocumentProblem.OTHER_CONTENT);
            }
            Instant askAt = clock.instant().plus(Duration.ofDays(PATIENCE_DAYS));
            Optional<Document> known = store.comeAgain(permit, digest, askAt);
            return known.isPresent() ? new Kept.Stored(known.get(), false) : check(permit, sender, arriving, digest);
        } finally {
            room.release();
        }
    }

    private Kept check(InsurerPermit permit, InsurerViewer sender, Arriving arriving, String digest) {
        return switch (check.check(arriving)) {
            case Verdict.Refused(DocumentProblem problem) -> new Kept.Refused(problem);
            case Verdict.Sound(int pages) -> {
                Document document = new Document(digest, pages, arriving.length());
                Instant now = clock.instant();
                var coming = new DocumentStore.Coming(now, sender.actor(), now.plus(Duration.ofDays(PATIENCE_DAYS)));
                yield transaction.execute(status -> {
                    if (!store.add(permit, document, coming)) {
                        return new Kept.Stored(document, false);
                    }
                    if (arriving.become(document)) {
                        return new Kept.Stored(document, true);
                    }
                    status.setRollbackOnly();
                    return new Kept.Refused(DocumentProblem.NOT_CHECKED);
                });
            }
        };
    }

    public Optional<Document> find(InsurerPermit permit, String sha256) {
        return store.find(permit, sha256);
    }

    /** Writes the bytes of a document part by part; memory does not grow with it. */
    public void write(InsurerPermit permit, Document document, OutputStream out) throws IOException {
        int number = 0;
        for (Optional<byte[]> part = store.findPart(permit, document, number);
                part.isPresent();
                part = store.findPart(permit, document, number)) {
            out.write(part.get());
            number++;
        }
    }
}

package kaigo.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.JobPermit;
import kaigo.access.MemberPermit;
import kaigo.access.Permit;
import kaigo.documents.PageStore.Source;
import kaigo.jobs.Workers;
import kaigo.shared.InsurerNumber;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * ページの姿: the front door to a document's pages as pictures and text. Each is drawn once, ahead in the background, or when
 * somebody asks for it before.
 */
public final class Pages {

    /** So many pages that are too heavy, and the rest of the document is not tried [P]: each holds up the others. */
    private static final int PATIENCE = 3;

    private final Gate gate;
    private final PageStore store;
    private final DrawWorker worker;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final AtomicReference<Workers> background = new AtomicReference<>();
    private final Map<Wanted, CompletableFuture<Drawn>> underWay = new ConcurrentHashMap<>();

    Pages(Gate gate, PageStore store, DrawWorker worker, PlatformTransactionManager transactions, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.worker = worker;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void wakeWith(Workers workers) {
        background.set(workers);
    }

    /** To be drawn ahead; part of the caller's transaction, until whose end nobody purges it. {@link #wake} after it. */
    public void ask(Permit permit, InsurerNumber insurer, String sha256) {
        store.ask(permit, insurer, sha256, clock.instant());
    }

    public void wake() {
        Workers workers = background.get();
        if (workers != null) {
            workers.wake();
        }
    }

    /** The document of the member's meeting; empty if it is gone. */
    public Optional<Document> find(MemberPermit permit) {
        return store.find(permit).map(Source::document);
    }

    /** Writes it part by part; nothing if it is gone. */
    public void write(MemberPermit permit, OutputStream out) throws IOException {
        Optional<Source> source = store.find(permit);
        if (source.isPresent()) {
            store.write(permit, source.get(), out);
        }
    }

    /** A page of the document of the member's meeting; empty if there is no such page. Not within a transaction. */
    public Optional<PageView> look(MemberPermit permit, int page) {
        Optional<Source> source = store.find(permit)
                .filter(one -> page >= 1 && page <= one.document().pages());
        return source.map(one -> store.find(permit, one, page).orElseGet(() -> drawNow(permit, one, page)));
    }

    private PageView drawNow(MemberPermit permit, Source source, int page) {
        return switch (drawOnce(permit, source, page)) {
            case Drawn.Page one -> new PageView.Shown(one.picture(), one.words());
            case Drawn.Not(DocumentProblem problem) -> new PageView.Failed(problem);
        };
    }

    /** All who ask for the same page meanwhile wait for the one drawing of it. */
    private Drawn drawOnce(MemberPermit permit, Source source, int page) {
        Wanted wanted = new Wanted(source.insurer(), source.document().sha256(), page);
        CompletableFuture<Drawn> own = new CompletableFuture<>();
        CompletableFuture<Drawn> before = underWay.putIfAbsent(wanted, own);
        if (before != null) {
            return before.join();
        }
        Drawn drawn = new Drawn.Not(DocumentProblem.NOT_CHECKED);
        try {
            drawn = worker.draw(store.paper(permit, source), page);
            if (!(drawn instanceof Drawn.Not(DocumentProblem problem) && problem.isWorthRetrying())) {
                keep(permit, source, page, drawn);
            }
            return drawn;
        } finally {
            underWay.remove(wanted, own);
            own.complete(drawn);
        }
    }

    /** A page that is being drawn for somebody. */
    private record Wanted(String insurer, String sha256, int page) {}

    private void keep(Permit permit, Source source, int page, Drawn drawn) {
        transaction.executeWithoutResult(status -> {
            store.hold(permit, source);
            store.add(permit, source, page, drawn, clock.instant());
        });
    }

    /** しおり of the document; empty if it has none that can be read. Not within a transaction. */
    public List<OutlineItem> outline(InsurerPermit permit, Document document) {
        Source source = new Source(permit.insurer().value(), document);
        List<OutlineItem> items = new ArrayList<>();
        for (String line : worker.outline(store.paper(permit, source)).lines().toList()) {
            int blank = line.indexOf(' ');
            items.add(new OutlineItem(Integer.parseInt(line.substring(0, blank)), line.substring(blank + 1)));
        }
        return items;
    }

    /** The pictures of a document that a meeting shows no more go; it itself goes with the purge. Part of the caller's transaction. */
    public void letGo(JobPermit permit, String insurer, String sha256) {
        store.letGo(permit, insurer, sha256, clock.instant());
    }

    /** Draws ahead what was asked for; false if nothing is left to do. */
    boolean drawAhead() {
        return gate.job("draw-pages", UUID.randomUUID().toString(), permit -> {
                    Optional<Source> next = store.findToDraw(permit);
                    next.ifPresent(source -> drawAll(permit, source));
                })
                > 0;
    }

    private void drawAll(JobPermit permit, Source source) {
        int heavy = 0;
        for (int page : store.listMissing(permit, source)) {
            Drawn drawn = heavy < PATIENCE
                    ? worker.draw(store.paper(permit, source), page)
                    : new Drawn.Not(DocumentProblem.TOO_HEAVY);
            if (drawn instanceof Drawn.Not(DocumentProblem problem)) {
                if (problem.isWorthRetrying()) {
                    return; // at the next look
                }
                heavy += problem == DocumentProblem.TOO_HEAVY ? 1 : 0;
            }
            keep(permit, source, page, drawn);
            permit.worked(1);
        }
        store.drawn(permit, source);
    }
}

package kaigo.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kaigo.audit.AuditHeads;
import kaigo.audit.AuditLog;
import kaigo.audit.AuditVerifier;
import kaigo.audit.HeadKeys;
import kaigo.bench.ChildServer;
import kaigo.bench.Folders;
import kaigo.bench.ReadClient;
import kaigo.certificates.CertificateFolder;
import kaigo.chaos.Killer.Victim;
import kaigo.shared.InstitutionId;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Reads by clients over real TLS while the server, or its database, is killed at seeded points. Of every answer that a client
 * received there is one entry; what is on record without an answer was under way at a kill (settled 16).
 */
final class ReadRun implements AutoCloseable {

    private static final int CLIENTS = 8;
    private static final int PERSONS = 200;
    private static final long PAUSE_MILLIS = 50;

    /** The planning office of the demo. */
    private static final InstitutionId OFFICE = InstitutionId.office("4479901003");

    private static final List<String> PARTS = List.of("/summary", "/cards", "/surveys", "/consent", "/file");

    private final Path folder;
    private final PrintStream out;
    private final Victim victim;
    private final boolean lossy;
    private final AnswerBook book = new AnswerBook();
    private final Set<Integer> killsAt = new ConcurrentSkipListSet<>();
    private final List<String> persons;
    private final Round loading;
    private volatile ChildServer server;
    private volatile CompletableFuture<ReadClient> client = new CompletableFuture<>();

    /** @param killsAt numbers of answers, after each of which somebody kills */
    record Plan(int reads, Set<Integer> killsAt) {
        static Plan of(int reads, int kills, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Set<Integer> points = new TreeSet<>();
            while (points.size() < kills) {
                points.add(1 + random.nextInt(reads - 1));
            }
            return new Plan(reads, points);
        }
    }

    /** @param fault of the chain, or "" */
    record Outcome(AnswerBook.Compared book, int kills, String fault) {
        boolean nothingLost() {
            return book.missing() == 0
                    && book.twice() == 0
                    && book.strange() == 0
                    && book.unanswered() <= (long) kills * CLIENTS
                    && fault.isEmpty();
        }
    }

    ReadRun(Rounds.Setting setting, PrintStream out) throws Exception {
        this.out = out;
        this.victim = setting.victim();
        this.lossy = setting.control();
        this.folder = Folders.create("kiban-chaos-read");
        Round.Load load = LoadFiles.ofPersons(folder.resolve("files"), PERSONS, 1);
        Files.createDirectory(data());
        this.loading = new Round(data(), load, lossy);
        loading.prepare();
        loading.run(() -> {});
        this.server = loading.server();
        server.ask("reading");
        this.persons = verify();
        client.complete(signIn());
    }

    private ChildServer start() throws IOException {
        return new ChildServer(new ChildServer.Settings(data(), "512m", null, lossy, null, ChildServer.SHORT_LIVED));
    }

    private ReadClient signIn() throws Exception {
        return ReadClient.tls(server.tlsPort(), new CertificateFolder(data().resolve("certificates")), OFFICE);
    }

    /** Half of the people are in the office's list, the others are not; and there is somebody whom nobody knows. */
    private List<String> verify() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into insured.viewing
                        (insurer_number, insured_number, office_number, verified_at, verified_by, viewable_until)
                    select insurer_number, insured_number, '%s', now(), 'chaos', date '2027-02-28' from insured.facts
                    where right(md5(insured_number), 1) < '8'""".formatted(OFFICE.number()));
            try (ResultSet row = statement.executeQuery(
                    "select insurer_number || '/' || insured_number from insured.facts order by 1")) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        found.add(found.getFirst().substring(0, 7) + "9999999999");
        return found.stream().map(server.handles()).toList();
    }

    Outcome run(Plan plan) throws Exception {
        killsAt.addAll(plan.killsAt());
        AtomicInteger left = new AtomicInteger(plan.reads());
        List<Callable<Void>> readers = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            SplittableRandom random = new SplittableRandom(i);
            readers.add(() -> read(left, random));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (Future<Void> reader : threads.invokeAll(readers)) {
                reader.get();
            }
        }
        try (Connection connection = server.connect()) {
            AnswerBook.Compared compared = book.compare(connection);
            return new Outcome(compared, plan.killsAt().size(), fault(connection));
        }
    }

    private Void read(AtomicInteger left, SplittableRandom random) throws Exception {
        while (left.get() > 0) {
            String id = UUID.randomUUID().toString();
            String path = "/api/v1/users/" + persons.get(random.nextInt(persons.size()))
                    + PARTS.get(random.nextInt(PARTS.size()));
            ReadClient current = client.join();
            try {
                HttpResponse<String> answer = current.send(path, id);
                if (answer.statusCode() == 200) {
                    left.decrementAndGet();
                    killIfDue(book.answered(id));
                } else {
                    book.turnedAway(id);
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                }
            } catch (IOException brokenOff) {
                book.brokenOff(id);
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
        return null;
    }

    private void killIfDue(int answers) throws Exception {
        if (!killsAt.remove(answers)) {
            return;
        }
        out.printf("killed %s after %,d answers%n", victim, answers);
        switch (victim) {
            case DATABASE -> ProcessHandle.of(server.postmasterPid()).ifPresent(ProcessHandle::destroyForcibly);
            case SERVER -> {
                client = new CompletableFuture<>();
                server.kill();
                server = start();
                client.complete(signIn());
            }
        }
    }

    private String fault(Connection connection) throws Exception {
        AuditVerifier verifier = new AuditVerifier(
                new SingleConnectionDataSource(connection, true),
                data().resolve(AuditHeads.FILE),
                HeadKeys.in(data())::isGenuine);
        AuditVerifier.Fault fault = verifier.verify(AuditLog.SERVER).fault();
        return fault == null ? "" : fault.text();
    }

    private Path data() {
        return folder.resolve("data");
    }

    @Override
    public void close() throws IOException {
        server.close();
        loading.close();
        Folders.delete(folder);
    }
}

package kaigo.bench;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import kaigo.demo.DemoAccounts;
import kaigo.demo.DemoCertificates;
import kaigo.demo.DemoInstitutions;
import kaigo.documents.Kept;
import kaigo.generate.FictitiousInstitutions;
import kaigo.intake.Answer;
import kaigo.intake.Incoming;
import kaigo.intake.Reception;
import kaigo.keys.KeyRing;
import kaigo.keys.RolePasswords;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.platform.DatabaseAddress;
import kaigo.platform.DatabaseAddress.Role;
import kaigo.platform.Installation;
import kaigo.platform.Server;
import kaigo.platform.postgres.PostgresServer;
import kaigo.platform.postgres.PostgresSettings;
import kaigo.platform.tls.TlsPort;
import kaigo.shared.Days;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A whole server in a process of its own, told by lines on standard input: {@code insurer NUMBER DAILY_FROM|-},
 * {@code send NUMBER FILE}, {@code reading} (offices of the demo, and the base of the measurement; answers the plain port), {@code committee} (the route of plain bytes; answers the plain port), {@code publish NUMBER PDF} (answers the meeting), {@code watch} and {@code watched}, {@code quit}; each is answered by one line on standard output.
 * An insurer has the demo's account and certificate.
 */
public final class ChildServerMain {

    /** Whoever connects from here is the proxy that ends TLS. */
    static final InetAddress PROXY = InetAddress.ofLiteral("127.0.0.2");

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /** Commits are answered before they are written, and stay unwritten long enough for a kill to find them so. */
    private static final Map<String, String> LOSSY =
            Map.of("synchronous_commit", "off", "wal_writer_delay", "10s", "wal_writer_flush_after", "1GB");

    private final ConfigurableApplicationContext context;
    private final PrintStream out;
    private final LiveHeap live = new LiveHeap();

    private ChildServerMain(ConfigurableApplicationContext context, PrintStream out) {
        this.context = context;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        System.setProperty("kiban.simulator.at-once", "true");
        System.setProperty("kiban.demo.seed", "false");
        System.setProperty("kiban.demo.bridge", "0");
        Path data = Path.of(args[0]);
        KeyRing keys = KeyRing.openOrCreate(data.resolve("keys.json"));
        RolePasswords passwords = keys.databasePasswords().orElseThrow();
        Map<String, String> extra = Boolean.getBoolean("bench.lossy") ? LOSSY : Map.of();
        boolean durable = extra.isEmpty();
        PostgresSettings settings = new PostgresSettings(data, durable, extra, Optional.empty());
        try (PostgresServer postgres = PostgresServer.start(settings, passwords, System.err::println);
                ConfigurableApplicationContext context = Server.start(installation(data, keys, postgres))) {
            out.println("ready " + postgres.jdbcUrl() + " "
                    + context.getBean(TlsPort.class).number());
            new ChildServerMain(context, out).obey();
        }
    }

    private static Installation installation(Path data, KeyRing keys, PostgresServer postgres) {
        RolePasswords passwords = keys.databasePasswords().orElseThrow();
        DatabaseAddress database = new DatabaseAddress(
                postgres.jdbcUrl(),
                new Role("kiban_owner", passwords.owner()),
                new Role("kiban_app", passwords.application()),
                new Role("kiban_auditor", passwords.auditor()));
        Instant begun = Instant.parse(System.getProperty("bench.begun"));
        Duration offset =
                Duration.between(begun, TODAY.atTime(9, 0).atZone(Days.JAPAN).toInstant());
        Clock clock = Clock.offset(Clock.systemUTC(), offset);
        Optional<URI> intermediate =
                Optional.ofNullable(System.getProperty("bench.intermediate")).map(URI::create);
        return new Installation(Installation.Mode.DEMO, data, database, keys, clock, 0, 3, intermediate)
                .behind(PROXY)
                .limitedTo(Integer.MAX_VALUE - 1);
    }

    private void obey() throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "insurer" -> insurer(words[1], words[2]);
                case "send" -> send(words[1], Path.of(words[2]));
                case "committee" -> out.println(committee());
                case "publish" ->
                    out.println(CommitteeSets.publish(context, new InsurerNumber(words[1]), Path.of(words[2])));
                case "reading" -> out.println(reading());
                case "watch" -> {
                    live.start();
                    out.println("watching");
                }
                case "watched" -> out.println(live.peak());
                case "quit" -> {
                    return;
                }
                default -> out.println("unknown " + words[0]);
            }
        }
    }

    private String committee() {
        try {
            CommitteeSets.open(context);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
        return String.valueOf(context.getEnvironment().getProperty("local.server.port"));
    }

    private String reading() {
        context.getBean(DemoInstitutions.class).seed(new FictitiousInstitutions("44"), "大分県");
        try {
            PlainRecords.open(context);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
        return String.valueOf(context.getEnvironment().getProperty("local.server.port"));
    }

    private void insurer(String number, String dailyFrom) {
        LocalDate daily = dailyFrom.equals("-") ? null : LocalDate.parse(dailyFrom);
        Insurer insurer = Insurer.preparing(new InsurerNumber(number), "架空市", "大分県")
                .with(TODAY.minusDays(10), daily, daily, null);
        context.getBean(Insurers.class).put(insurer);
        context.getBean(DemoAccounts.class).create(insurer);
        context.getBean(DemoCertificates.class).create(insurer);
        out.println("done");
    }

    private void send(String insurer, Path file) throws IOException {
        InsurerViewer sender = InsurerViewer.staff(new InsurerNumber(insurer), "bench", "bench");
        try (InputStream in = Files.newInputStream(file)) {
            if (CareFiles.areDocuments(file)) {
                context.getBean(Reception.class).receiveAll(sender, delivery -> keep(delivery, in));
                out.println("done");
                return;
            }
            Answer answer = context.getBean(Reception.class)
                    .receive(sender, new Incoming(in, file.getFileName().toString(), Long.MAX_VALUE));
            switch (answer) {
                case Answer.Accepted accepted -> out.println("accepted " + accepted.receipt());
                case Answer.Refused refused -> out.println("refused " + refused.id());
            }
        } catch (RuntimeException e) {
            out.println("failed " + e.getClass().getSimpleName());
        }
    }

    private static void keep(Reception.Delivery delivery, InputStream archive) throws IOException {
        ZipInputStream zip = new ZipInputStream(archive);
        while (zip.getNextEntry() != null) {
            if (delivery.keep(new ByteArrayInputStream(zip.readAllBytes())) instanceof Kept.Refused refused) {
                throw new IllegalStateException(refused.problem().name());
            }
        }
    }
}

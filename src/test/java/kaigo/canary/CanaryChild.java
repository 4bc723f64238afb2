package kaigo.canary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import kaigo.certificates.CertificateFiles;
import kaigo.certificates.CertificateFolder;
import kaigo.certificates.IssuedCertificate;
import kaigo.certificates.Validity;
import kaigo.demo.DemoAccounts;
import kaigo.identity.ClientCertificates;
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

/** A whole server on a durable database in a process of its own, told by lines on standard input. */
final class CanaryChild {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final char[] PASSWORD = "canary".toCharArray();

    /** What is held on purpose, so that the search of the heap has something to find. */
    private static Object[] held = {};

    private final ConfigurableApplicationContext context;
    private final PrintStream out;

    private CanaryChild(ConfigurableApplicationContext context, PrintStream out) {
        this.context = context;
        this.out = out;
    }

    /** Arguments: the data folder, the address of the 中間サーバ. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Path data = Path.of(args[0]);
        KeyRing keys = KeyRing.openOrCreate(data.resolve("keys.json"));
        // Pages in the WAL as they are: packed ones could not be searched.
        PostgresSettings settings =
                new PostgresSettings(data, true, Map.of("wal_compression", "off"), Optional.empty());
        RolePasswords passwords = keys.databasePasswords().orElseThrow();
        try (PostgresServer postgres = PostgresServer.start(settings, passwords, System.err::println);
                ConfigurableApplicationContext context =
                        Server.start(installation(data, keys, postgres, URI.create(args[1])))) {
            out.println(postgres.jdbcUrl() + " " + context.getEnvironment().getProperty("local.server.port") + " "
                    + context.getBean(TlsPort.class).number());
            new CanaryChild(context, out).obey();
        }
    }

    private static Installation installation(Path data, KeyRing keys, PostgresServer postgres, URI linking) {
        RolePasswords passwords = keys.databasePasswords().orElseThrow();
        DatabaseAddress database = new DatabaseAddress(
                postgres.jdbcUrl(),
                new Role("kiban_owner", passwords.owner()),
                new Role("kiban_app", passwords.application()),
                new Role("kiban_auditor", passwords.auditor()));
        Clock real = Clock.systemUTC();
        Duration offset = Duration.between(
                real.instant(), TODAY.atTime(9, 0).atZone(Days.JAPAN).toInstant());
        return new Installation(
                Installation.Mode.DEMO, data, database, keys, Clock.offset(real, offset), 0, 3, Optional.of(linking));
    }

    private void obey() throws IOException {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "insurer" -> insurer(new InsurerNumber(words[1]), Path.of(words[2]));
                case "send" -> out.println(send(new InsurerNumber(words[1]), Path.of(words[2])));
                case "hold" -> hold(words[1]);
                case "dump" -> dump(words[1]);
                default -> {
                    return;
                }
            }
        }
    }

    /** With the sample member of staff, and a certificate for its system in the named file. */
    private void insurer(InsurerNumber number, Path certificate) {
        LocalDate from = TODAY.minusDays(10);
        Insurer insurer = Insurer.preparing(number, "架空市", "大分県").with(from, from, from, null);
        context.getBean(Insurers.class).put(insurer);
        context.getBean(DemoAccounts.class).create(insurer);
        CertificateFolder folder = context.getBean(CertificateFolder.class);
        IssuedCertificate client = folder.authority()
                .issueClient(number, Validity.days(context.getBean(Clock.class).instant(), 30));
        context.getBean(ClientCertificates.class).register(client.certificate(), false);
        CertificateFiles.writePkcs12(certificate, client, folder.authority().certificate(), PASSWORD);
        out.println("done");
    }

    private String send(InsurerNumber insurer, Path file) throws IOException {
        InsurerViewer sender = InsurerViewer.staff(insurer, "canary", "canary");
        try (InputStream in = Files.newInputStream(file)) {
            Incoming incoming = new Incoming(in, null, Long.MAX_VALUE);
            return switch (context.getBean(Reception.class).receive(sender, incoming)) {
                case Answer.Accepted accepted -> "accepted " + accepted.receipt();
                case Answer.Refused refused ->
                    "refused " + refused.id() + " " + refused.error().getMessage();
            };
        }
    }

    private void hold(String number) {
        held = new Object[] {
            number, number.toCharArray(), number.getBytes(StandardCharsets.US_ASCII), "カ" + number, Long.valueOf(number)
        };
        out.println("held " + held.length);
    }

    private void dump(String file) throws IOException {
        ManagementFactory.getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class)
                .dumpHeap(file, true);
        out.println("dumped");
    }
}

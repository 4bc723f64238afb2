package kaigo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kaigo.keys.KeyRing;
import kaigo.mail.SmtpServer;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.platform.DatabaseAddress;
import kaigo.platform.Installation;
import kaigo.platform.Server;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** One server for all tests of this program, on the one test database. Each test takes its own insurer. */
public final class TestServer {

    /** The server's day. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    /** More than any test sends with one account. */
    private static final int REQUESTS_PER_MINUTE = 100_000;

    private static final AtomicInteger NEXT_INSURER = new AtomicInteger(100);

    private TestServer() {}

    /** Whoever connects from here is the proxy that ends TLS. */
    public static final InetAddress PROXY = InetAddress.ofLiteral("127.0.0.2");

    private static final class Holder {
        static final Path FOLDER = TestFolders.create("kiban-test-server");
        static final GreenMail MAIL = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        /** Rotated once: an older key of the PMHキー is on the ring. */
        static final KeyRing KEYS =
                KeyRing.openOrCreate(FOLDER.resolve("keys.json")).rotateHmac();

        static final ConfigurableApplicationContext CONTEXT = begin();

        private static ConfigurableApplicationContext begin() {
            System.setProperty("kiban.demo.seed", "false");
            System.setProperty("kiban.demo.bridge", "0");
            System.setProperty("kiban.consent.look", "PT1H");
            Instant start = TODAY.atTime(9, 0).atZone(ZoneId.of("Asia/Tokyo")).toInstant();
            Clock clock = Clock.offset(
                    Clock.systemUTC(),
                    java.time.Duration.between(Clock.systemUTC().instant(), start));
            MAIL.start();
            SmtpServer mail = new SmtpServer(
                    URI.create("smtp://127.0.0.1:" + MAIL.getSmtp().getPort()), "kiban@kiban.example", "", "");
            ConfigurableApplicationContext context = Server.start(
                    new Installation(Installation.Mode.DEMO, FOLDER, database(), KEYS, clock, 0, 3, Optional.empty())
                            .with(mail)
                            .behind(PROXY)
                            .limitedTo(REQUESTS_PER_MINUTE));
            TestDatabase.beforeItEnds(() -> {
                context.close();
                MAIL.stop();
                TestFolders.delete(FOLDER);
            });
            return context;
        }
    }

    public static DatabaseAddress database() {
        return new DatabaseAddress(
                TestDatabase.server().jdbcUrl(),
                new DatabaseAddress.Role("kiban_owner", TestDatabase.PASSWORDS.owner()),
                new DatabaseAddress.Role("kiban_app", TestDatabase.PASSWORDS.application()),
                new DatabaseAddress.Role("kiban_auditor", TestDatabase.PASSWORDS.auditor()));
    }

    public static <T> T bean(Class<T> type) {
        return Holder.CONTEXT.getBean(type);
    }

    public static <T> T bean(String name, Class<T> type) {
        return Holder.CONTEXT.getBean(name, type);
    }

    /** Texts of the mails to an address, the newest last. */
    public static List<String> mailsTo(String address) {
        Holder.CONTEXT.getId();
        return Stream.of(Holder.MAIL.getReceivedMessagesForDomain(address))
                .map(TestServer::text)
                .toList();
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the screens are. */
    public static String url() {
        return "http://localhost:" + Holder.CONTEXT.getEnvironment().getRequiredProperty("local.server.port");
    }

    public static Path dataFolder() {
        return Holder.FOLDER;
    }

    public static KeyRing keys() {
        return Holder.KEYS;
    }

    /** A new insurer that prepares its set-up. */
    public static InsurerNumber insurerPreparing() {
        InsurerNumber number = nextNumber();
        bean(Insurers.class).put(Insurer.preparing(number, "架空市" + number.value(), "大分県"));
        return number;
    }

    /** A new insurer that takes the initial set-up. */
    public static InsurerNumber insurerLoading() {
        return insurerLoading(nextNumber());
    }

    /** One that takes the initial set-up, for data that are drawn from its number. */
    public static InsurerNumber insurerLoading(InsurerNumber number) {
        return put(number, TODAY.minusDays(10), null);
    }

    /** A new insurer that takes daily files. */
    public static InsurerNumber insurerDaily() {
        return put(nextNumber(), TODAY.minusDays(30), TODAY.minusDays(10));
    }

    /** A new insurer that takes daily files, at which offices and clinics may look. */
    public static InsurerNumber insurerStarted() {
        InsurerNumber insurer = insurerDaily();
        start(insurer);
        return insurer;
    }

    /** 利用開始: from today on offices and clinics may look. */
    public static void start(InsurerNumber insurer) {
        Insurers insurers = bean(Insurers.class);
        Insurer known = insurers.find(insurer).orElseThrow();
        insurers.put(known.with(TODAY, TODAY, TODAY, TODAY));
    }

    private static InsurerNumber put(InsurerNumber number, LocalDate loadFrom, @Nullable LocalDate dailyFrom) {
        bean(Insurers.class)
                .put(Insurer.preparing(number, "架空市" + number.value(), "大分県")
                        .with(loadFrom, dailyFrom, dailyFrom, null));
        return number;
    }

    private static InsurerNumber nextNumber() {
        int stem = 45_000 + NEXT_INSURER.incrementAndGet();
        for (int check = 0; check < 10; check++) {
            String number = "%05d%d".formatted(stem, check);
            if (InsurerNumber.hasCheckDigit(number)) {
                return new InsurerNumber(number);
            }
        }
        throw new IllegalStateException();
    }
}

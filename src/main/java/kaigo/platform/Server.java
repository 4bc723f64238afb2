package kaigo.platform;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import kaigo.KaigoApplication;
import kaigo.documents.VirusScanner;
import kaigo.forwarding.LogCollector;
import kaigo.identity.PersonProvider;
import kaigo.insured.CardBridge;
import kaigo.insured.CardLookup;
import kaigo.insured.HttpCardLookup;
import kaigo.insured.HttpIntermediateServer;
import kaigo.insured.IntermediateServer;
import kaigo.mail.Mail;
import kaigo.mail.MailNotSent;
import kaigo.mail.Mailer;
import kaigo.mail.SmtpMailer;
import kaigo.platform.tls.ProxyCertificate;
import kaigo.platform.tls.TlsPort;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the server of an {@link Installation}: migrations first, then the application. */
public final class Server {

    private Server() {}

    public static ConfigurableApplicationContext start(Installation installation) {
        Migrations.apply(installation.database());
        return new SpringApplicationBuilder(KaigoApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .profiles(installation.isDemo() ? "demo" : "serve")
                .properties(properties(installation))
                .initializers(context -> tell((GenericApplicationContext) context, installation))
                .run();
    }

    private static void sendNoMail(Mail mail) {
        throw new MailNotSent("no mail server is named (KIBAN_MAIL_SERVER)");
    }

    /** The TLS port that a started server listens on. */
    public static int tlsPort(ApplicationContext server) {
        return server.getBean(TlsPort.class).number();
    }

    /**
     * With serve, TLS ends at our own port or at a proxy: cookies are for TLS only, and the proxy's word on scheme and
     * host is taken: of the one that is named; else of this machine only, or of nobody if the plain port is open to others.
     */
    private static Map<String, Object> properties(Installation installation) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.port", installation.port());
        properties.put("server.address", installation.address());
        if (!installation.isDemo()) {
            properties.put("server.servlet.session.cookie.secure", true);
            // The browser takes a cookie of this name over TLS from this host only.
            properties.put("server.servlet.session.cookie.name", "__Host-kiban");
            properties.put("server.forward-headers-strategy", "native");
            properties.put("server.tomcat.remoteip.internal-proxies", whoForwards(installation));
        }
        return properties;
    }

    private static String whoForwards(Installation installation) {
        return installation
                .proxy()
                .map(InetAddress::getHostAddress)
                .or(() -> Optional.of(installation.address()).filter(Installation.LOOPBACK::equals))
                .map(Pattern::quote)
                .orElse("");
    }

    /** A 中間サーバ or mail server that the installation names comes before what the demo has instead. */
    private static void tell(GenericApplicationContext context, Installation installation) {
        context.registerBean(Installation.class, () -> installation);
        if (installation.mail().isPresent() || !installation.isDemo()) {
            context.registerBean(
                    "mailer",
                    Mailer.class,
                    () -> installation.mail().<Mailer>map(SmtpMailer::new).orElse(Server::sendNoMail),
                    definition -> definition.setPrimary(true));
        }
        installation
                .proxy()
                .ifPresent(address -> context.registerBean(
                        "proxyCertificate", ProxyCertificate.class, () -> new ProxyCertificate(address)));
        installation
                .persons()
                .ifPresent(provider -> context.registerBean(
                        "personProvider",
                        PersonProvider.class,
                        () -> provider,
                        definition -> definition.setPrimary(true)));
        tellOfCards(context, installation);
        tellOfCollector(context, installation);
        tellOfScanner(context, installation);
        installation
                .intermediateServer()
                .ifPresent(address -> context.registerBean(
                        "intermediateServer",
                        IntermediateServer.class,
                        () -> new HttpIntermediateServer(
                                address,
                                HttpIntermediateServer.PATIENCE,
                                outgoingTls(installation, OutgoingTls.INTERMEDIATE)),
                        definition -> definition.setPrimary(true)));
    }

    private static void tellOfCards(GenericApplicationContext context, Installation installation) {
        installation.cardReading().ifPresent(reading -> {
            context.registerBean(CardBridge.class, reading::bridge);
            context.registerBean(
                    "cardLookup",
                    CardLookup.class,
                    () -> new HttpCardLookup(
                            reading.lookup(),
                            HttpCardLookup.PATIENCE,
                            outgoingTls(installation, OutgoingTls.INTERMEDIATE)),
                    definition -> definition.setPrimary(true));
        });
    }

    private static void tellOfCollector(GenericApplicationContext context, Installation installation) {
        installation
                .logCollector()
                .ifPresent(address -> context.registerBean(
                        LogCollector.class,
                        () -> new LogCollector(
                                address, LogCollector.PATIENCE, outgoingTls(installation, OutgoingTls.LOG_COLLECTOR))));
    }

    private static void tellOfScanner(GenericApplicationContext context, Installation installation) {
        installation
                .virusScanner()
                .ifPresent(address -> context.registerBean(
                        VirusScanner.class, () -> new VirusScanner(address, VirusScanner.PATIENCE)));
    }

    private static SSLContext outgoingTls(Installation installation, String name) {
        return OutgoingTls.context(installation.dataFolder().resolve("certificates"), name);
    }
}

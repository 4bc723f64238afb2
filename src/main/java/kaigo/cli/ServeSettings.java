package kaigo.cli;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kaigo.access.rules.Proposals;
import kaigo.certificates.CertificateFolder;
import kaigo.certificates.Strength;
import kaigo.documents.VirusScanner;
import kaigo.identity.OpenIdClient;
import kaigo.insured.CardBridge;
import kaigo.keys.KeyRing;
import kaigo.keys.KeysUnusable;
import kaigo.mail.SmtpServer;
import kaigo.platform.DatabaseAddress;
import kaigo.platform.DatabaseAddress.Role;
import kaigo.platform.DatabaseCheck;
import kaigo.platform.Installation;
import kaigo.platform.Installation.CardReading;
import kaigo.shared.ThisMachine;
import org.jspecify.annotations.Nullable;

/** Reads what the environment says for {@code serve}, and collects everything that is wrong with it. */
final class ServeSettings {

    private static final int HIGHEST_PORT = 65_534;
    private static final int MOST_WORKERS = 32;
    private static final int MOST_REQUESTS = 99_999;

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();

    ServeSettings(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Empty if something is missing or wrong; {@link #problems()} then says what. */
    Optional<Installation> read() {
        demandAll();
        DatabaseAddress database = database();
        @Nullable KeyRing keys = keys();
        Path data = data();
        URI intermediate = https(Setting.INTERMEDIATE_SERVER);
        Optional<CardReading> cards = cards();
        Optional<SocketAddress> scanner = scanner();
        Optional<URI> collector = httpsIfSet(Setting.LOG_COLLECTOR);
        int port = number(Setting.PORT, 0, HIGHEST_PORT);
        int workers = number(Setting.LOAD_WORKERS, 1, MOST_WORKERS);
        int requests = number(Setting.REQUESTS_PER_MINUTE, 1, MOST_REQUESTS);
        int signIns = number(Setting.SIGN_INS_PER_MINUTE, 1, MOST_REQUESTS);
        Proposals proposals = proposals();
        Optional<SmtpServer> mail = mail();
        Optional<OpenIdClient> persons = persons();
        Optional<InetAddress> proxy = proxy();
        if (keys == null || !problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Installation(
                Installation.Mode.SERVE,
                data,
                database,
                keys,
                Clock.systemUTC(),
                Setting.ADDRESS.in(environment),
                port,
                workers,
                proposals,
                Optional.of(intermediate),
                mail,
                persons,
                proxy,
                requests,
                signIns,
                cards,
                collector,
                scanner));
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Whether plain HTTP would be offered beyond this machine. */
    boolean isOpenToOthers() {
        return !ThisMachine.is(Setting.ADDRESS.in(environment));
    }

    /** With a certificate for the database no role needs a password. */
    private void demandAll() {
        boolean certificate = DatabaseAddress.showsCertificate(Setting.DATABASE_URL.in(environment));
        List.of(Setting.values()).stream()
                .filter(Setting::isRequired)
                .filter(setting -> !(certificate && isPasswordOfRole(setting)))
                .forEach(this::demand);
    }

    private static boolean isPasswordOfRole(Setting setting) {
        return setting == Setting.OWNER_PASSWORD || setting == Setting.APPLICATION_PASSWORD;
    }

    private DatabaseAddress database() {
        int before = problems.size();
        String url = Setting.DATABASE_URL.in(environment);
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql://")) {
            wrong(Setting.DATABASE_URL, "jdbc:postgresql:// で始めてください / must begin so");
        } else if (url.contains("password=")) {
            wrong(Setting.DATABASE_URL, "パスワードは別の変数に書いてください / no password in the address");
        }
        DatabaseAddress address = new DatabaseAddress(
                url,
                new Role(Setting.OWNER_USER.in(environment), Setting.OWNER_PASSWORD.in(environment)),
                new Role(Setting.APPLICATION_USER.in(environment), Setting.APPLICATION_PASSWORD.in(environment)),
                new Role(Setting.AUDITOR_USER.in(environment), ""));
        if (!url.isEmpty() && problems.size() == before && !address.isPrivate()) {
            wrong(Setting.DATABASE_URL, DatabaseAccess.TLS_IS_MISSING);
        }
        boolean whole = problems.size() == before
                && List.of(url, address.owner().name(), address.application().name()).stream()
                        .noneMatch(String::isEmpty);
        if (whole) {
            problems.addAll(DatabaseCheck.problems(address));
        }
        return address;
    }

    /** By https only: from it comes who somebody is. */
    private Optional<OpenIdClient> persons() {
        if (!Setting.OPENID_ISSUER.isSet(environment)) {
            return Optional.empty();
        }
        String issuer = Setting.OPENID_ISSUER.in(environment);
        if (!issuer.startsWith("https://")) {
            wrong(Setting.OPENID_ISSUER, "https:// で始めてください / must begin so");
        }
        demand(Setting.OPENID_CLIENT);
        demand(Setting.OPENID_ACR);
        try {
            return Optional.of(new OpenIdClient(
                    URI.create(issuer),
                    Setting.OPENID_CLIENT.in(environment),
                    Setting.OPENID_PASSWORD.in(environment),
                    Set.of(Setting.OPENID_ACR.in(environment).split("[,\\s]+"))));
        } catch (IllegalArgumentException e) {
            wrong(Setting.OPENID_ISSUER, "URI ではありません / is no URI");
            return Optional.empty();
        }
    }

    private Optional<SmtpServer> mail() {
        if (Setting.MAIL_SERVER.isSet(environment)) {
            demand(Setting.MAIL_FROM);
        }
        return parsed(
                Setting.MAIL_SERVER,
                server -> new SmtpServer(
                        URI.create(server),
                        Setting.MAIL_FROM.in(environment),
                        Setting.MAIL_USER.in(environment),
                        Setting.MAIL_PASSWORD.in(environment)),
                "smtp://ホスト:ポート の形で / as smtp://host:port");
    }

    private @Nullable KeyRing keys() {
        try {
            return KeyRing.fromEnvironment(environment);
        } catch (KeysUnusable unusable) {
            problems.addAll(String.valueOf(unusable.getMessage()).lines().toList());
            return null;
        }
    }

    private Path data() {
        String named = Setting.DATA.in(environment);
        Path data = Path.of(named).toAbsolutePath().normalize();
        if (named.isEmpty()) {
            return data;
        }
        if (!Files.isDirectory(data) || !Files.isWritable(data)) {
            wrong(Setting.DATA, "書き込めるフォルダーではありません / not a writable folder: " + data);
        } else if (DemoDate.isIn(data)) {
            wrong(Setting.DATA, "デモのデータです。別のフォルダーにしてください / this is the demo's: " + data);
        } else {
            certificates(data.resolve("certificates"));
        }
        return data;
    }

    private void certificates(Path path) {
        List<String> missing = List.of("authority.crt", "server.crt", "server.key").stream()
                .filter(name -> !Files.isReadable(path.resolve(name)))
                .toList();
        if (!missing.isEmpty()) {
            problems.add("証明書がありません / missing: " + path + " " + missing + "（./kiban cert --help、docs/operations.md）");
            return;
        }
        CertificateFolder folder = new CertificateFolder(path);
        try {
            weakness(folder.server().certificate(), path.resolve("server.crt"));
            folder.issuers().forEach(issuer -> weakness(issuer, path.resolve("authority.crt")));
            String demo = "CN=" + CertificateFolder.DEMO_AUTHORITY;
            if (folder.issuers().stream()
                    .anyMatch(
                            issuer -> issuer.getSubjectX500Principal().getName().contains(demo))) {
                problems.add("デモの認証局は使えません / the demo's authority: " + path.resolve("authority.crt"));
            }
        } catch (UncheckedIOException unreadable) {
            problems.add("証明書を読めません / can't be read: " + path + "（"
                    + Failures.cause(unreadable).getMessage() + "）");
        }
    }

    /** Of its key; how an issuer is signed is of no matter, as it is trusted by being here. */
    private void weakness(X509Certificate certificate, Path file) {
        Strength.findWeakness(certificate.getPublicKey())
                .ifPresent(weak -> problems.add("鍵が短すぎます / too weak: " + file + "（" + weak + "）"));
    }

    private Optional<SocketAddress> scanner() {
        String wanted = "ソケットのパスか、この機器の 127.0.0.1:ポート にしてください / a path, or a port of this machine";
        return parsed(Setting.VIRUS_SCANNER, VirusScanner::address, wanted);
    }

    private Optional<CardReading> cards() {
        String wanted = "http://127.0.0.1:ポート の形にしてください / as http://127.0.0.1:port";
        Optional<CardBridge> bridge = parsed(Setting.CARD_BRIDGE, CardBridge::new, wanted);
        return httpsIfSet(Setting.CARD_LOOKUP).flatMap(lookup -> bridge.map(one -> new CardReading(lookup, one)));
    }

    /** By its address, not by a name that somebody else could come to own. */
    private Optional<InetAddress> proxy() {
        return parsed(Setting.PROXY, InetAddress::ofLiteral, "IP アドレスで書いてください / must be an IP address");
    }

    /** Empty if there is nothing to read, or if it is wrong. */
    private <T> Optional<T> parsed(Setting setting, Function<String, T> parser, String otherwise) {
        String text = setting.in(environment);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            wrong(setting, otherwise);
            return Optional.empty();
        }
    }

    private Optional<URI> httpsIfSet(Setting setting) {
        return setting.isSet(environment) ? Optional.of(https(setting)) : Optional.empty();
    }

    /** On this machine also plainly. */
    private URI https(Setting setting) {
        String text = setting.in(environment);
        try {
            URI uri = URI.create(text);
            boolean plain = "http".equals(uri.getScheme()) && ThisMachine.is(String.valueOf(uri.getHost()));
            if (!text.isEmpty() && (uri.getHost() == null || !(plain || "https".equals(uri.getScheme())))) {
                wrong(setting, "https の URI にしてください / must be https: " + text);
            }
            return uri;
        } catch (IllegalArgumentException notAnAddress) {
            wrong(setting, "URI ではありません / not a URI");
            return URI.create("");
        }
    }

    private Proposals proposals() {
        return ProposalChoice.read(Setting.PROPOSALS.in(environment), false, what -> wrong(Setting.PROPOSALS, what));
    }

    private int number(Setting setting, int least, int most) {
        String text = setting.in(environment);
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            wrong(setting, least + "〜" + most + " の数にしてください / not a number up to " + most + ": " + text);
            return 1;
        }
        return Integer.parseInt(text);
    }

    private void demand(Setting setting) {
        if (!setting.isSet(environment)) {
            wrong(setting, "未設定 / missing（" + setting.meaning() + "）");
        }
    }

    private void wrong(Setting setting, String what) {
        problems.add(setting.variable() + ": " + what);
    }
}

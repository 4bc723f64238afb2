package kaigo.platform;

import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import kaigo.access.rules.Proposals;
import kaigo.identity.OpenIdClient;
import kaigo.insured.CardBridge;
import kaigo.keys.KeyRing;
import kaigo.mail.SmtpServer;

/**
 * 設定: everything that the server is told from outside, bound once and unchanged while it runs.
 *
 * @param dataFolder received files (sealed) and audit heads lie here
 * @param address where plain HTTP is offered: loopback, or behind a proxy that ends TLS
 * @param port plain HTTP; TLS on {@code port + 1}; 0 takes free ports
 * @param loadWorkers files loaded at once, each on one database connection
 * @param proposals what holds where the sources leave it open (docs/proposals.md)
 * @param intermediateServer 医療保険者等向け中間サーバ; empty takes the simulator of the demo
 * @param persons where the insured sign in; empty: the demo has a simulated provider, serve offers no page of theirs
 * @param mail empty: the demo keeps its mails, serve sends none
 * @param requestsPerMinute of an account of an institution, by the reading API
 * @param signInsPerMinute of one 接続元, by screen and by API together
 * @param cardReading of マイナンバーカード; empty: the demo has simulated ones, serve reads no cards
 * @param logCollector where the audit entries are sent too; empty: they stay here
 * @param virusScanner clamd on this machine; empty: documents are not scanned
 * @param proxy the one that ends TLS before us and may say whose certificate it saw; empty: none may
 */
public record Installation(
        Mode mode,
        Path dataFolder,
        DatabaseAddress database,
        KeyRing keys,
        Clock clock,
        String address,
        int port,
        int loadWorkers,
        Proposals proposals,
        Optional<URI> intermediateServer,
        Optional<SmtpServer> mail,
        Optional<OpenIdClient> persons,
        Optional<InetAddress> proxy,
        int requestsPerMinute,
        int signInsPerMinute,
        Optional<CardReading> cardReading,
        Optional<URI> logCollector,
        Optional<SocketAddress> virusScanner) {

    /**
     * カードの読取り.
     *
     * @param lookup オンライン資格確認
     * @param bridge where a page finds the reader of its PC
     */
    public record CardReading(URI lookup, CardBridge bridge) {}

    /** Proposed, ours. */
    public static final int REQUESTS_PER_MINUTE = 600;

    /** Proposed, ours. */
    public static final int SIGN_INS_PER_MINUTE = 60;

    public static final String LOOPBACK = "127.0.0.1";

    public enum Mode {
        DEMO,
        SERVE
    }

    /** Plain HTTP on the loopback address, the proposals as they stand for the mode. */
    public Installation(
            Mode mode,
            Path dataFolder,
            DatabaseAddress database,
            KeyRing keys,
            Clock clock,
            int port,
            int loadWorkers,
            Optional<URI> intermediateServer) {
        this(
                mode,
                dataFolder,
                database,
                keys,
                clock,
                LOOPBACK,
                port,
                loadWorkers,
                mode == Mode.DEMO ? Proposals.ofDemo() : Proposals.byDefault(),
                intermediateServer,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                REQUESTS_PER_MINUTE,
                SIGN_INS_PER_MINUTE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with a mail server. */
    public Installation with(SmtpServer server) {
        return copy(Optional.of(server), proxy, requestsPerMinute, signInsPerMinute);
    }

    /** The same behind a proxy that ends TLS. */
    public Installation behind(InetAddress address) {
        return copy(mail, Optional.of(address), requestsPerMinute, signInsPerMinute);
    }

    /** The same with another limit for an account of an institution, and for the tries of one address to sign in. */
    public Installation limitedTo(int requests) {
        return copy(mail, proxy, requests, requests);
    }

    private Installation copy(
            Optional<SmtpServer> newMail, Optional<InetAddress> newProxy, int newRequests, int newSignIns) {
        return new Installation(
                mode,
                dataFolder,
                database,
                keys,
                clock,
                address,
                port,
                loadWorkers,
                proposals,
                intermediateServer,
                newMail,
                persons,
                newProxy,
                newRequests,
                newSignIns,
                cardReading,
                logCollector,
                virusScanner);
    }

    public boolean isDemo() {
        return mode == Mode.DEMO;
    }
}

package kaigo.api;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import kaigo.TestServer;
import kaigo.certificates.CertificateAuthority;
import kaigo.certificates.CertificateFiles;
import kaigo.certificates.CertificateFolder;
import kaigo.certificates.IssuedCertificate;
import kaigo.certificates.Validity;
import kaigo.identity.ClientCertificates;
import kaigo.platform.tls.TlsPort;
import kaigo.shared.CertificateHolder;
import org.jspecify.annotations.Nullable;

/** A municipality's system: a client with a certificate, over real TLS. Every answer is held against the contract. */
public final class Systems {

    private static final String ALIAS = "kiban";
    private static final char[] PASSWORD = "test".toCharArray();

    private final HttpClient http;

    private Systems(@Nullable IssuedCertificate client) {
        this.http = HttpClient.newBuilder()
                .sslContext(context(client))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    public static Systems without() {
        return new Systems(null);
    }

    public static Systems with(IssuedCertificate client) {
        return new Systems(client);
    }

    /** With a certificate that is issued and registered for the holder. */
    public static Systems of(CertificateHolder holder) {
        IssuedCertificate client = issue(holder, Validity.days(now(), 30));
        register(client);
        return new Systems(client);
    }

    public static IssuedCertificate issue(CertificateHolder holder, Validity validity) {
        CertificateAuthority authority =
                TestServer.bean(CertificateFolder.class).authority();
        return authority.issueClient(holder, validity);
    }

    public static void register(IssuedCertificate client) {
        TestServer.bean(ClientCertificates.class).register(client.certificate(), false);
    }

    /** The server's own instant. */
    public static java.time.Instant now() {
        return TestServer.bean(java.time.Clock.class).instant();
    }

    public static int port() {
        return TestServer.bean(TlsPort.class).number();
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException {
        return send(request(path, headers).GET().build());
    }

    /** Of an answer that is no text. */
    public HttpResponse<byte[]> bytes(String path, String... headers) throws IOException {
        try {
            return http.send(request(path, headers).GET().build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> post(String path, String type, byte[] body, String... headers) throws IOException {
        return post(path, type, BodyPublishers.ofByteArray(body), headers);
    }

    public HttpResponse<String> post(String path, String type, BodyPublisher body, String... headers)
            throws IOException {
        return send(
                request(path, headers).header("Content-Type", type).POST(body).build());
    }

    public HttpResponse<String> send(String method, String path, String type, String body, String... headers)
            throws IOException {
        return send(request(path, headers)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    public HttpResponse<String> put(String path, String type, byte[] body, String... headers) throws IOException {
        return send(request(path, headers)
                .header("Content-Type", type)
                .PUT(BodyPublishers.ofByteArray(body))
                .build());
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            Contract.requireKept(request, response);
            return response;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("https://localhost:" + port() + path))
                .timeout(Duration.ofSeconds(60));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    public static SSLContext context(@Nullable IssuedCertificate client) {
        return context(client, TestServer.bean(CertificateFolder.class).authority());
    }

    /** Of another server than the common one. */
    public static SSLContext context(@Nullable IssuedCertificate client, CertificateAuthority authority) {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", authority.certificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(client == null ? null : keys(client), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyManager[] keys(IssuedCertificate client) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
        keys.init(CertificateFiles.keyStore(client, List.of(), PASSWORD), PASSWORD);
        return new KeyManager[] {new Insistent((X509ExtendedKeyManager) keys.getKeyManagers()[0])};
    }

    /** Shows its certificate to every server, as curl does; the JDK's own only to one that names its issuer. */
    private static final class Insistent extends X509ExtendedKeyManager {
        private final X509ExtendedKeyManager keys;

        Insistent(X509ExtendedKeyManager keys) {
            this.keys = keys;
        }

        @Override
        public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return ALIAS;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return keys.getServerAliases(type, issuers);
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return keys.chooseServerAlias(type, issuers, socket);
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return keys.getCertificateChain(alias);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return keys.getPrivateKey(alias);
        }
    }
}

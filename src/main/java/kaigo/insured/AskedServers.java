package kaigo.insured;

import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** 外の照会先: how the servers of others are spoken to. */
final class AskedServers {

    private AskedServers() {}

    /**
     * Leads nowhere but to the address that was configured.
     *
     * @param tls holds our client certificate where the server asks for one
     * @param patience for connecting
     */
    static HttpClient client(SSLContext tls, Duration patience) {
        return HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }
}

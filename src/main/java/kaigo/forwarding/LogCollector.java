package kaigo.forwarding;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;

/** 転送先: takes entries as lines of JSON (docs/log-forwarding.md). It has them once it answers 2xx. */
public final class LogCollector {

    /** For connecting, sending and the answer together. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int SUCCESS = 2;

    private final URI address;
    private final Duration patience;
    private final HttpClient http;

    /** @param tls holds our client certificate where the collector asks for one */
    public LogCollector(URI address, Duration patience, SSLContext tls) {
        this.address = address;
        this.patience = patience;
        // Leads nowhere but to the address that was configured.
        this.http = HttpClient.newBuilder()
                .sslContext(tls)
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * @param lines JSON objects, without the end of their line
     * @throws NotTaken if it is not certain that it has them all
     */
    void send(List<String> lines) throws NotTaken {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(String.join("\n", lines) + "\n"))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != SUCCESS) {
                throw new NotTaken("status " + status);
            }
        } catch (IOException e) {
            throw new NotTaken(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotTaken("interrupted");
        }
    }

    /** They are sent again. */
    static final class NotTaken extends Exception {
        private static final long serialVersionUID = 1L;

        NotTaken(String why) {
            super(why);
        }
    }
}

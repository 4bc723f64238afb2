package kaigo.insured;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * 医療保険者等向け中間サーバ over HTTP with JSON (docs/intermediate-server.md; the contract is ours, proposed: the real call
 * is not public). Nothing of a question reaches a log or an exception.
 */
public final class HttpIntermediateServer implements IntermediateServer {

    /** For connecting, asking and the whole answer together; shorter than the lease of the asking worker. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int LONGEST_ANSWER = 1024 * 1024;
    private static final int OK = 200;

    private final URI address;
    private final Duration patience;
    private final HttpClient http;

    /** @param tls holds our client certificate where the server asks for one */
    public HttpIntermediateServer(URI address, Duration patience, SSLContext tls) {
        this.address = address;
        this.patience = patience;
        this.http = AskedServers.client(tls, patience);
    }

    @Override
    public List<Answer> ask(List<Question> questions) {
        byte[] body = IntermediateJson.write(questions);
        try {
            HttpResponse<byte[]> response = send(body);
            if (response.statusCode() != OK) {
                throw new IntermediateServerUnavailable("status " + response.statusCode());
            }
            return IntermediateJson.read(response.body(), questions);
        } finally {
            java.util.Arrays.fill(body, (byte) 0);
        }
    }

    /** The client keeps the last body as long as its connection lives: it must be the array that is wiped. */
    private static BodyPublisher withoutCopy(byte[] body) {
        return BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(List.of(body)), body.length);
    }

    private HttpResponse<byte[]> send(byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(withoutCopy(body))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IntermediateServerUnavailable("no answer in time");
        } catch (ExecutionException e) {
            throw new IntermediateServerUnavailable(
                    e.getCause() instanceof IOException broken
                            ? broken.getClass().getSimpleName()
                            : "not sent");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IntermediateServerUnavailable("interrupted");
        }
    }
}

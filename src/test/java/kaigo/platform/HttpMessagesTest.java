package kaigo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import kaigo.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a request ends is never in doubt: no second request hides in the first one. */
class HttpMessagesTest {

    private static final String HEAD = "POST /sign-in HTTP/1.1\r\nHost: localhost\r\n";
    private static final String NEXT = "GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Content-Length: +5\r\n",
                "Content-Length: 5, 6\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: chunked, x\r\n",
                "Transfer-Encoding : chunked\r\n",
            })
    void a_length_that_can_be_read_in_two_ways_is_refused_with_all_that_follows(String doubtful) throws IOException {
        String answers = answers(HEAD + doubtful + "\r\n0\r\n\r\n" + NEXT);
        assertThat(answers).matches("(?s)HTTP/1.1 (4|501).*").doesNotContain("HTTP/1.1 200");
    }

    /** Chunks and a length beside them: the chunks count, and the connection ends, so that nothing behind them is taken up. */
    @Test
    void chunks_come_before_a_length_and_end_the_connection() throws IOException {
        String answers = answers(HEAD + "Content-Length: 60\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + NEXT);
        assertThat(answers)
                .startsWith("HTTP/1.1 403")
                .contains("\r\nConnection: close\r\n")
                .doesNotContain("HTTP/1.1 200");
    }

    private static String answers(String request) throws IOException {
        int port = URI.create(TestServer.url()).getPort();
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

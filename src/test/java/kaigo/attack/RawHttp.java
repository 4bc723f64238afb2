package kaigo.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.SocketFactory;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.certificates.IssuedCertificate;
import org.jspecify.annotations.Nullable;

/** Requests byte by byte, as no well-behaved client would send them; each on a connection of its own. */
final class RawHttp {

    /** Whoever waits longer for an answer has found a way to make the server hang. */
    private static final int LONGEST_MILLIS = 30_000;

    private final SocketFactory sockets;
    private final int port;
    private final InetAddress from;

    private RawHttp(SocketFactory sockets, int port, InetAddress from) {
        this.sockets = sockets;
        this.port = port;
        this.from = from;
    }

    /** @param client the certificate that is shown, or null */
    static RawHttp tls(@Nullable IssuedCertificate client) {
        return new RawHttp(
                Systems.context(client).getSocketFactory(), Systems.port(), InetAddress.ofLiteral("127.0.0.1"));
    }

    static RawHttp plain() {
        return plain(InetAddress.ofLiteral("127.0.0.1"));
    }

    /** From another address of this machine. */
    static RawHttp plain(InetAddress from) {
        return new RawHttp(
                SocketFactory.getDefault(), URI.create(TestServer.url()).getPort(), from);
    }

    /** @param headers as they were written, without the ones that differ each time */
    record Answer(int status, List<String> headers, String body) {

        Optional<String> header(String name) {
            String begin = name.toLowerCase(Locale.ROOT) + ": ";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(begin))
                    .map(line -> line.substring(begin.length()))
                    .findFirst();
        }

        /** All that is told, but for ids and times. */
        String told() {
            List<String> kept = headers.stream()
                    .filter(line -> !line.matches("(X-Request-Id|Date|RateLimit):.*"))
                    .filter(line -> !line.startsWith("Content-Length:"))
                    .toList();
            return status + " " + kept + " "
                    + body.replaceAll("\"(requestId|processedAt)\":\"[^\"]*\"", "")
                            .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "")
                            .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                            .replaceAll("content=\"[A-Za-z0-9_-]{90,}\"", "");
        }
    }

    /** @param headers name and value in turns */
    Answer send(String method, String target, String body, String... headers) {
        StringBuilder head = new StringBuilder(method + ' ' + target + " HTTP/1.1\r\nConnection: close\r\n");
        boolean hasHost = false;
        for (int i = 0; i < headers.length; i += 2) {
            hasHost |= headers[i].equals("Host");
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        if (!hasHost) {
            head.append("Host: localhost:").append(port).append("\r\n");
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 || !List.of("GET", "HEAD").contains(method)) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        return exchange(head + "\r\n", bytes);
    }

    Answer get(String target, String... headers) {
        return send("GET", target, "", headers);
    }

    /** Whatever the bytes are; status 0 if there was no answer at all. */
    Answer exchange(String head, byte[] body) {
        try (Socket socket = sockets.createSocket()) {
            socket.setSoTimeout(LONGEST_MILLIS);
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            write(socket, head.getBytes(StandardCharsets.UTF_8), body);
            return parse(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who has heard enough answers and ends the connection: what was answered counts. */
    private static void write(Socket socket, byte[] head, byte[] body) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(head);
            out.write(body);
            out.flush();
        } catch (IOException ended) {
            // Whether there was an answer is seen next.
        }
    }

    private static Answer parse(byte[] all) {
        // Byte for byte: a chunk may end within a character.
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, List.of(), new String(all, StandardCharsets.UTF_8));
        }
        List<String> lines = text.substring(0, end).lines().toList();
        List<String> headers = lines.subList(1, lines.size());
        int status = Integer.parseInt(lines.getFirst().split(" ", -1)[1]);
        boolean chunked = headers.contains("Transfer-Encoding: chunked");
        byte[] body = Arrays.copyOfRange(all, end + 4, all.length);
        return new Answer(status, headers, chunked ? joined(body) : new String(body, StandardCharsets.UTF_8));
    }

    private static String joined(byte[] chunks) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (at < chunks.length) {
            int line = at;
            while (chunks[line] != '\r') {
                line++;
            }
            int size = Integer.parseInt(new String(chunks, at, line - at, StandardCharsets.US_ASCII), 16);
            whole.write(chunks, line + 2, size);
            at = size == 0 ? chunks.length : line + 2 + size + 2;
        }
        return whole.toString(StandardCharsets.UTF_8);
    }
}

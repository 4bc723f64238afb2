package kaigo.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kaigo.shared.ThisMachine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ウイルスの検査 by ClamAV's clamd on this machine, which gets the bytes through its socket (its command INSTREAM): no file
 * holds them. Of what it can't answer nothing is known, and the sender is asked to come again.
 */
public final class VirusScanner {

    /** For one document (proposed, ours). */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_ANSWER = 1024;

    private final SocketAddress address;
    private final Duration patience;

    public VirusScanner(SocketAddress address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /**
     * @param text path of a Unix socket, or host:port. Throws IllegalArgumentException if it is neither or of another machine:
     *     clamd speaks without encryption
     */
    public static SocketAddress address(String text) {
        if (text.startsWith("/")) {
            return UnixDomainSocketAddress.of(text);
        }
        int colon = text.lastIndexOf(':');
        if (colon < 0
                || !ThisMachine.is(text.substring(0, colon))
                || !text.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("neither a path nor a port of this machine");
        }
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    /** Empty if nothing was found. */
    Optional<DocumentProblem> scan(Content document) {
        String answer;
        try (SocketChannel clamd = open()) {
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> end(clamd));
            clamd.connect(address);
            send(clamd, document);
            answer = answer(clamd);
        } catch (IOException e) {
            LOG.error("the virus scanner does not answer: {}", e.getClass().getSimpleName());
            return Optional.of(DocumentProblem.NOT_CHECKED);
        }
        if (answer.equals("stream: OK")) {
            return Optional.empty();
        }
        if (answer.endsWith(" FOUND")) {
            LOG.warn("the virus scanner found something in a document");
            return Optional.of(DocumentProblem.INFECTED);
        }
        LOG.error("the virus scanner could not look: {}", answer);
        return Optional.of(DocumentProblem.NOT_CHECKED);
    }

    private SocketChannel open() throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    /** Whoever waits for it goes on with an exception; if it is over already nothing happens. */
    private static void end(SocketChannel clamd) {
        try {
            clamd.close();
        } catch (IOException e) {
            LOG.debug("closed already", e);
        }
    }

    private static void send(SocketChannel clamd, Content document) throws IOException {
        write(clamd, ByteBuffer.wrap(COMMAND));
        document.writeTo(chunks(clamd));
        write(clamd, length(0));
    }

    /** Whatever is written at once is one chunk, with its length before it; an empty one would be the end. */
    private static OutputStream chunks(SocketChannel clamd) {
        return new OutputStream() {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                if (count > 0) {
                    VirusScanner.write(clamd, length(count));
                    VirusScanner.write(clamd, ByteBuffer.wrap(bytes, from, count));
                }
            }

            @Override
            public void write(int single) throws IOException {
                write(new byte[] {(byte) single});
            }
        };
    }

    private static ByteBuffer length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).flip();
    }

    private static void write(SocketChannel clamd, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            clamd.write(bytes);
        }
    }

    private static String answer(SocketChannel clamd) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(LONGEST_ANSWER);
        while (read.hasRemaining() && clamd.read(read) >= 0) {
            // Until it closes.
        }
        return new String(read.array(), 0, read.position(), StandardCharsets.US_ASCII)
                .replace("\0", "")
                .strip();
    }
}

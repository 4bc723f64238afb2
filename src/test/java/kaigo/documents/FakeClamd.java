package kaigo.documents;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ProtocolFamily;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A clamd that speaks INSTREAM, and finds what the test says. */
final class FakeClamd implements AutoCloseable {

    private static final String COMMAND = "zINSTREAM\0";

    private final ServerSocketChannel server;
    private final Function<byte[], String> answer;
    private final List<byte[]> scanned = new CopyOnWriteArrayList<>();
    private final Thread serving;

    /** @param answer to the bytes; empty keeps whoever asks waiting */
    FakeClamd(ProtocolFamily family, SocketAddress address, Function<byte[], String> answer) throws IOException {
        this.server = ServerSocketChannel.open(family).bind(address);
        this.answer = answer;
        this.serving = Thread.ofVirtual().start(this::serve);
    }

    SocketAddress address() throws IOException {
        return server.getLocalAddress();
    }

    List<byte[]> scanned() {
        return scanned;
    }

    private void serve() {
        while (server.isOpen()) {
            try (SocketChannel asking = server.accept()) {
                String said = answer.apply(read(asking));
                if (said.isEmpty()) {
                    Channels.newInputStream(asking).read();
                } else {
                    asking.write(ByteBuffer.wrap((said + '\0').getBytes(StandardCharsets.US_ASCII)));
                }
            } catch (IOException _) {
                // Whoever asked has gone, or the test is over.
            }
        }
    }

    private byte[] read(SocketChannel asking) throws IOException {
        DataInputStream in = new DataInputStream(Channels.newInputStream(asking));
        if (!new String(in.readNBytes(COMMAND.length()), StandardCharsets.US_ASCII).equals(COMMAND)) {
            throw new IOException("another command");
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            whole.write(in.readNBytes(length));
        }
        scanned.add(whole.toByteArray());
        return whole.toByteArray();
    }

    /** Whoever asks after this finds nobody: an accept under way would still take one in. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            serving.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package kaigo.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * 監査記録の先頭署名: signed ends of the chain in a file outside the database, one JSON object a line, every
 * {@value #EVERY_ENTRIES} entries or {@value #EVERY_SECONDS} seconds. Whoever rules the database can't rewrite what lies
 * before the last exported head.
 */
public final class AuditHeads {

    /** Name of the file in the data folder. */
    public static final String FILE = "audit-heads.ndjson";

    static final int EVERY_ENTRIES = 1_000;
    static final int EVERY_SECONDS = 10;

    /** Bytes of the file's end that are looked at first. */
    private static final long WINDOW = 65_536;

    private static final int WIDER = 8;

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final String keyId;
    private final UnaryOperator<byte[]> sign;
    private long exportedNumber = -1;
    private @Nullable Instant exportedAt;

    /**
     * @param keyId names the signing key, so that a verifier finds the public one after a rotation
     * @param sign Ed25519 signature over {@link Head#signedBytes()}
     */
    public AuditHeads(Path file, String keyId, UnaryOperator<byte[]> sign) {
        this.file = file;
        this.keyId = keyId;
        this.sign = sign;
    }

    /** One exported head. hash and signature are lower-case hexadecimal. */
    record Head(short stream, long number, String hash, String at, String keyId, String signature) {
        byte[] signedBytes() {
            return (stream + "|" + number + "|" + hash + "|" + at + "|" + keyId).getBytes(StandardCharsets.UTF_8);
        }
    }

    void exportIfDue(short stream, ChainEnd end, Instant now) {
        boolean enough = end.number() - exportedNumber >= EVERY_ENTRIES;
        boolean late = exportedAt == null || !now.isBefore(exportedAt.plusSeconds(EVERY_SECONDS));
        if (enough || late) {
            export(stream, end, now);
        }
    }

    void export(short stream, ChainEnd end, Instant now) {
        if (end.number() == exportedNumber) {
            return;
        }
        Head unsigned = new Head(stream, end.number(), HexFormat.of().formatHex(end.hash()), now.toString(), keyId, "");
        String signature = HexFormat.of().formatHex(sign.apply(unsigned.signedBytes()));
        Head head = new Head(stream, end.number(), unsigned.hash(), unsigned.at(), keyId, signature);
        // Also a try that fails: on a full disk the next one comes after the same while.
        exportedAt = now;
        append(JSON.writeValueAsString(head) + "\n");
        exportedNumber = end.number();
    }

    /** After the last whole line: what a kill or a full disk cut short is written over. Server and commands take turns. */
    private void append(String line) {
        synchronized (AuditHeads.class) {
            try (FileChannel channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                channel.truncate(endOfWholeLines(channel)).position(channel.size());
                ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static long endOfWholeLines(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            channel.read(one.clear(), end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    /** All heads of a file in their order. A last line that a kill cut short is left out. */
    static List<Head> read(Path file) throws IOException {
        return Files.exists(file) ? heads(Files.readString(file)) : List.of();
    }

    /** The highest number that a head names, of each of these streams that has one; of a long file only the end is read. */
    static Map<Short, Long> lastNumbers(Path file, Collection<Short> streams) throws IOException {
        Map<Short, Long> last = new HashMap<>();
        if (!Files.exists(file)) {
            return last;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            for (long window = WINDOW; ; window *= WIDER) {
                heads(end(channel, Math.max(0, size - window), size))
                        .forEach(head -> last.merge(head.stream(), head.number(), Math::max));
                if (window >= size || last.keySet().containsAll(streams)) {
                    return last;
                }
            }
        }
    }

    /** Whole lines only. */
    private static String end(FileChannel channel, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(to - from));
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // There is more.
        }
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
    }

    private static List<Head> heads(String text) {
        List<Head> heads = new ArrayList<>();
        text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .forEach(line -> heads.add(JSON.readValue(line, Head.class)));
        return heads;
    }
}

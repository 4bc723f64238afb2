package kaigo.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import kaigo.keys.SealedFile;
import kaigo.layout.ErrorId;
import kaigo.layout.FileName;
import kaigo.layout.ReadOptions;
import kaigo.layout.RecordFile;
import kaigo.layout.UnusableFile;

/** 組 (M08A to M08E) on its way in: each part is sealed as it comes, in any order; together they are read as one file. */
final class ReceivedSet {

    private record Part(UUID id, byte[] sha256, long bytes) {}

    private final ReceivedBytes received;
    private final SortedMap<String, Part> parts = new TreeMap<>();

    ReceivedSet(ReceivedBytes received) {
        this.received = received;
    }

    /** @throws UnusableFile E1003 if the part is too large, E1014 if it came twice */
    void add(FileName name, UUID id, Incoming incoming) {
        if (parts.containsKey(name.part())) {
            throw new UnusableFile(ErrorId.E1014, 0, name.toString());
        }
        try (SealedFile sealed = received.create(id);
                DigestingTee tee = new DigestingTee(incoming.bytes(), sealed.out())) {
            tee.drain(incoming.limit());
            sealed.finish();
            parts.put(name.part(), new Part(id, tee.sha256(), tee.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RecordFile open(ReadOptions options) {
        return received.openSet(ids(), options);
    }

    List<UUID> sealed() {
        return List.copyOf(ids().values());
    }

    ReceivedFile.Content content(int records) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            parts.values().forEach(part -> sha256.update(part.sha256()));
            long bytes = parts.values().stream().mapToLong(Part::bytes).sum();
            return new ReceivedFile.Content(sha256.digest(), bytes, records);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void destroy() {
        parts.values().forEach(part -> received.destroy(part.id()));
    }

    private SortedMap<String, UUID> ids() {
        SortedMap<String, UUID> ids = new TreeMap<>();
        parts.forEach((letter, part) -> ids.put(letter, part.id()));
        return ids;
    }
}

package kaigo.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import kaigo.keys.RecordCipher;
import kaigo.keys.SealedFile;
import kaigo.keys.SealedFiles;
import kaigo.layout.Layout;
import kaigo.layout.ReadOptions;
import kaigo.layout.RecordFile;

/**
 * 受信データの保管: the received bytes, each file sealed with a key of its own that stands in the file itself, in a folder
 * outside the database (settled 11). Destroying the file destroys the key, and with it every number sealed by it.
 */
public final class ReceivedBytes {

    private static final String SUFFIX = ".sealed";

    private final Path folder;
    private final SealedFiles seal;

    public ReceivedBytes(Path folder, SealedFiles seal) {
        this.folder = folder;
        this.seal = seal;
    }

    SealedFile create(UUID id) {
        try {
            Files.createDirectories(folder);
            return seal.create(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open(UUID id) {
        try {
            return seal.open(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The records of a file, or of the parts of a set. */
    RecordFile openRecords(List<UUID> sealed, Layout layout, ReadOptions options) {
        if (sealed.size() == 1) {
            return RecordFile.open(open(sealed.getFirst()), options);
        }
        SortedMap<String, UUID> parts = new TreeMap<>();
        List<String> letters = layout.parts();
        for (int i = 0; i < sealed.size(); i++) {
            parts.put(letters.get(i), sealed.get(i));
        }
        return openSet(parts, options);
    }

    /** @param parts by their letters */
    RecordFile openSet(SortedMap<String, UUID> parts, ReadOptions options) {
        SortedMap<String, InputStream> streams = new TreeMap<>();
        try {
            parts.forEach((letter, id) -> streams.put(letter, open(id)));
            return RecordFile.openSet(streams, options);
        } catch (RuntimeException e) {
            streams.values().forEach(ReceivedBytes::close);
            throw e;
        }
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RecordCipher cipher(UUID id) {
        try {
            return seal.recordCipher(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void destroy(UUID id) {
        try {
            if (Files.exists(path(id))) {
                SealedFiles.destroy(path(id));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids of all sealed files. */
    List<UUID> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(ReceivedBytes::id)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(UUID id) {
        return folder.resolve(id + SUFFIX);
    }

    private static UUID id(Path file) {
        String name = file.getFileName().toString();
        return UUID.fromString(name.substring(0, name.length() - SUFFIX.length()));
    }
}

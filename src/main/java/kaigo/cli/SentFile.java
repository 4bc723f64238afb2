package kaigo.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kaigo.layout.FileName;
import kaigo.layout.ReadOptions;
import kaigo.layout.RecordFile;

/**
 * 確かめるもの: a file, or the files of a set (M08A to M08E), which are one.
 *
 * @param name of the file, or of the set
 * @param parts the file under an empty letter, or the parts by theirs
 */
record SentFile(String name, SortedMap<String, Path> parts) {

    /** In the order of the first of each. Parts of one set in one folder go together. */
    static List<SentFile> of(List<Path> files) {
        Map<Path, SentFile> sent = new LinkedHashMap<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            FileName part = FileName.isPart(name) && FileName.isRight(name) ? FileName.parse(name) : null;
            Path key = part == null ? file : file.resolveSibling(part.set().toString());
            sent.computeIfAbsent(key, same -> new SentFile(String.valueOf(same.getFileName()), new TreeMap<>()))
                    .parts
                    .put(part == null ? "" : part.part(), file);
        }
        return new ArrayList<>(sent.values());
    }

    boolean isSet() {
        return !parts.containsKey("");
    }

    /** Throws IOException if a file cannot be opened. */
    RecordFile open(ReadOptions options) throws IOException {
        SortedMap<String, InputStream> streams = new TreeMap<>();
        try {
            for (Map.Entry<String, Path> part : parts.entrySet()) {
                streams.put(part.getKey(), new BufferedInputStream(Files.newInputStream(part.getValue())));
            }
            return isSet()
                    ? RecordFile.openSet(streams, options)
                    : RecordFile.open(streams.values().iterator().next(), options);
        } catch (IOException | RuntimeException e) {
            for (InputStream stream : streams.values()) {
                stream.close();
            }
            throw e;
        }
    }
}

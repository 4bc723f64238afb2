package kaigo.cli;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import kaigo.layout.FileName;
import kaigo.layout.ReadOptions;
import kaigo.layout.RecordFile;

/**
 * 確かめるもの: a file, or the files of a set (M08A to M08E), which are one. Files in a ZIP are read where they are: nothing
 * is unpacked to a disk.
 *
 * @param name of the file, or of the set
 * @param parts the file under an empty letter, or the parts by theirs
 */
record SentFile(String name, SortedMap<String, Source> parts) {

    /** Where bytes are. @param archive the ZIP that holds them, or the file itself if the entry is empty */
    record Source(Path archive, String entry) {

        InputStream open() throws IOException {
            if (entry.isEmpty()) {
                return new BufferedInputStream(Files.newInputStream(archive));
            }
            ZipFile zip = new ZipFile(archive.toFile());
            return new FilterInputStream(new BufferedInputStream(zip.getInputStream(zip.getEntry(entry)))) {
                @Override
                public void close() throws IOException {
                    zip.close();
                }
            };
        }

        String name() {
            return entry.isEmpty() ? String.valueOf(archive.getFileName()) : entry;
        }
    }

    /** In the order of the first of each, documents left out. Parts of one set in one folder or archive go together. */
    static List<SentFile> of(List<Source> sources) {
        Map<List<Object>, SentFile> sent = new LinkedHashMap<>();
        for (Source source : sources) {
            String name = source.name();
            if (isDocument(name)) {
                continue;
            }
            FileName part = FileName.isPart(name) && FileName.isRight(name) ? FileName.parse(name) : null;
            String whole = part == null ? name : part.set().toString();
            Path place = source.entry().isEmpty() ? source.archive().resolveSibling(whole) : source.archive();
            sent.computeIfAbsent(List.of(place, whole), same -> new SentFile(whole, new TreeMap<>()))
                    .parts
                    .put(part == null ? "" : part.part(), source);
        }
        return new ArrayList<>(sent.values());
    }

    /** The names of the documents among them. */
    static List<String> documents(List<Source> sources) {
        return sources.stream().map(Source::name).filter(SentFile::isDocument).toList();
    }

    private static boolean isDocument(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    /** The files of an archive. Throws IOException if it is none. */
    static List<Source> inArchive(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .map(entry -> new Source(archive, entry))
                    .toList();
        }
    }

    boolean isSet() {
        return !parts.containsKey("");
    }

    /** Throws IOException if a file cannot be opened. */
    RecordFile open(ReadOptions options) throws IOException {
        SortedMap<String, InputStream> streams = new TreeMap<>();
        try {
            for (Map.Entry<String, Source> part : parts.entrySet()) {
                streams.put(part.getKey(), part.getValue().open());
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

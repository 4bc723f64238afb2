package kaigo.parts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** 弱さの一覧 from a file, a folder or a ZIP of OSV files, such as the export of an ecosystem. */
public final class Advisories {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<Part> parts;
    private final List<Weakness> found = new ArrayList<>();
    private int read;

    private Advisories(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * @param read how many advisories there were, of whatever library
     * @param weaknesses of our parts, those first that should be gone first
     */
    public record Result(int read, List<Weakness> weaknesses) {}

    /** A list that can't be understood: nothing may be concluded from the rest of it. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String where) {
            super(where);
        }
    }

    /** One advisory after the other: memory does not grow with the list. */
    public static Result compare(List<Part> parts, Path list) throws IOException, Unreadable {
        Advisories all = new Advisories(parts);
        if (Files.isDirectory(list)) {
            all.readFolder(list);
        } else if (list.toString().endsWith(".zip")) {
            all.readZip(list);
        } else {
            all.readFile(list);
        }
        all.found.sort(Comparator.comparing(Weakness::until)
                .thenComparing(weakness -> weakness.advisory().id()));
        return new Result(all.read, List.copyOf(all.found));
    }

    private void readFolder(Path folder) throws IOException, Unreadable {
        List<Path> files;
        try (Stream<Path> inside = Files.list(folder)) {
            files = inside.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            readFile(file);
        }
    }

    private void readFile(Path file) throws IOException, Unreadable {
        try (InputStream in = Files.newInputStream(file)) {
            add(in.readAllBytes(), file.toString());
        }
    }

    private void readZip(Path file) throws IOException, Unreadable {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".json")) {
                    add(zip.readAllBytes(), file + " " + entry.getName());
                }
            }
        }
    }

    private void add(byte[] osv, String where) throws Unreadable {
        try {
            Advisory.read(JSON.readTree(osv))
                    .ifPresent(advisory -> parts.stream()
                            .flatMap(part -> advisory.of(part).stream())
                            .forEach(found::add));
            read++;
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new Unreadable(where);
        }
    }
}

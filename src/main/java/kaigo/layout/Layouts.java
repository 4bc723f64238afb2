package kaigo.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kaigo.layout.items.LayoutFiles;

/** レイアウト一覧: every version of every interface that the program carries. */
public final class Layouts {
    /** The codes behind the generated constants of each table, by ordinal. */
    private static final Map<String, List<String>> CONSTANTS = new HashMap<>();

    private static final List<Layout> ALL = load();

    private Layouts() {}

    /** All layouts, by interface, older versions first. */
    public static List<Layout> all() {
        return ALL;
    }

    public static Optional<Layout> find(String interfaceId, String version) {
        return ALL.stream()
                .filter(layout -> layout.interfaceId().equals(interfaceId)
                        && layout.version().equals(version))
                .findFirst();
    }

    public static Optional<Layout> newest(String interfaceId) {
        return ALL.stream()
                .filter(layout -> layout.interfaceId().equals(interfaceId))
                .reduce((older, newer) -> newer);
    }

    /** A layout from the text of a layout file, for a vendor's or a test's own copy. */
    public static Layout parse(String yaml) {
        var parser = new LayoutParser(yaml);
        return parser.parse(CONSTANTS);
    }

    private static List<Layout> load() {
        List<LayoutParser> files = LayoutFiles.NAMES.stream()
                .map(Layouts::read)
                .map(LayoutParser::new)
                .toList();
        // The list is sorted by version: the newest of an interface stays, and its order gives the ordinals.
        files.forEach(file -> CONSTANTS.putAll(file.codes()));
        return files.stream().map(file -> parse(file, files)).toList();
    }

    private static Layout parse(LayoutParser file, List<LayoutParser> files) {
        if (file.itemsOf().equals(file.interfaceId())) {
            return file.parse(CONSTANTS);
        }
        LayoutParser original = files.stream()
                .filter(other -> other.interfaceId().equals(file.itemsOf())
                        && other.version().equals(file.version()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + file.itemsOf() + " of " + file.version()));
        return file.parseLike(original.parse(CONSTANTS));
    }

    /** The text of a bundled layout file, for example {@code M01-2.02}. */
    static String read(String name) {
        try (InputStream in = Layouts.class.getResourceAsStream("/layouts/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("layout file is missing: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

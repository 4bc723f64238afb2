import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Writes the typed constants of every layout file's items (kaigo.layout.items) and the list of layout files, before
 * compiling. Code that uses an item which a layout edit removed or retyped then fails the build.
 */
final class GenerateItems {

    private static final Map<String, String> CLASS_OF_TYPE = Map.of(
            "N", "NumberItem",
            "AN", "TextItem",
            "X", "TextItem",
            "K", "TextItem",
            "D", "DateItem",
            "T", "TimestampItem",
            "I", "IntItem",
            "F", "FlagItem",
            "C", "CodeItem");

    private record Source(String interfaceId, String version, Map<String, Object> content) {
        String file() {
            return interfaceId + "-" + version;
        }
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path target = Path.of(args[1]).resolve("kaigo/layout/items");
        List<Source> sources = read(folder);
        Map<String, Source> newest = new TreeMap<>();
        sources.stream().sorted(byVersion()).forEach(source -> newest.put(source.interfaceId(), source));
        Files.createDirectories(target);
        for (Source source : newest.values()) {
            write(target.resolve(source.interfaceId() + ".java"), constants(source));
        }
        write(target.resolve("LayoutFiles.java"), layoutFiles(sources));
        write(target.resolve("package-info.java"), packageInfo());
        removeOthers(target, newest);
    }

    private static List<Source> read(Path folder) throws IOException {
        List<Source> sources = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "*.yaml")) {
            for (Path file : files) {
                Map<String, Object> content =
                        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
                Source source = new Source(text(content, "interface"), text(content, "version"), content);
                if (!file.getFileName().toString().equals(source.file() + ".yaml")) {
                    throw new IllegalArgumentException(file + " must be named " + source.file() + ".yaml");
                }
                sources.add(source);
            }
        }
        sources.sort(Comparator.comparing(Source::interfaceId).thenComparing(byVersion()));
        return sources;
    }

    /** Versions are compared number by number: 2.02 is older than 2.10. */
    private static Comparator<Source> byVersion() {
        return Comparator.comparing(
                source -> java.util.Arrays.stream(source.version().split("\\."))
                        .map(part -> "%06d".formatted(Integer.parseInt(part)))
                        .collect(Collectors.joining(".")));
    }

    private static String constants(Source source) {
        StringBuilder body = new StringBuilder();
        int ordinal = 0;
        for (Object each : (List<?>) source.content().get("items")) {
            Map<?, ?> item = (Map<?, ?>) each;
            String type = CLASS_OF_TYPE.get(text(item, "type"));
            if (type == null) {
                throw new IllegalArgumentException(source.file() + ": unknown type in " + item);
            }
            String code = text(item, "code");
            body.append("\n    /** ").append(text(item, "name")).append(" */\n");
            body.append("    public static final %s %s = new %s(\"%s\", \"%s\", %d);\n"
                    .formatted(type, constantName(code), type, source.interfaceId(), code, ordinal++));
        }
        return """
                package kaigo.layout.items;

                import kaigo.layout.Item.*;

                /** %s: the items of layouts/%s.yaml, generated at build. */
                public final class %s {
                    private %s() {}
                %s}
                """.formatted(
                text(source.content(), "name"), source.file(), source.interfaceId(), source.interfaceId(), body);
    }

    private static String layoutFiles(List<Source> sources) {
        String names = sources.stream().map(s -> '"' + s.file() + '"').collect(Collectors.joining(", "));
        return """
                package kaigo.layout.items;

                import java.util.List;

                /** The layout files in the program, by interface and version, generated at build. */
                public final class LayoutFiles {
                    public static final List<String> NAMES = List.of(%s);

                    private LayoutFiles() {}
                }
                """.formatted(names);
    }

    private static String packageInfo() {
        return """
                /** Constants of the layout files' items, generated at build: code names items only through them. */
                @org.jspecify.annotations.NullMarked
                @org.springframework.modulith.NamedInterface("items")
                package kaigo.layout.items;
                """;
    }

    private static String constantName(String code) {
        return code.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(java.util.Locale.ROOT);
    }

    private static String text(Map<?, ?> map, String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(key + " is missing or not a text in " + map);
    }

    /** Only what changed is written, so that an unchanged layout compiles nothing anew. */
    private static void write(Path file, String content) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(content)) {
            Files.writeString(file, content);
        }
    }

    private static void removeOthers(Path target, Map<String, Source> newest) throws IOException {
        try (var files = Files.newDirectoryStream(target, "[MPK][0-9][0-9].java")) {
            for (Path file : files) {
                if (!newest.containsKey(file.getFileName().toString().replace(".java", ""))) {
                    Files.delete(file);
                }
            }
        }
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            "XL", "TextItem",
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

        /** False for an interface whose items are another's. */
        boolean hasItems() {
            return content.containsKey("items");
        }
    }

    /** One class of constants: of an interface, or of one of its sheets. */
    private record Table(String className, String interfaceId, String comment, List<Map<?, ?>> items) {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path target = Path.of(args[1]).resolve("kaigo/layout/items");
        List<Source> sources = read(folder);
        Map<String, Source> newest = new TreeMap<>();
        sources.stream()
                .filter(Source::hasItems)
                .sorted(byVersion())
                .forEach(source -> newest.put(source.interfaceId(), source));
        Files.createDirectories(target);
        Set<String> written = new HashSet<>();
        for (Source source : newest.values()) {
            for (Table table : tables(source)) {
                write(target.resolve(table.className() + ".java"), constants(table));
                written.add(table.className() + ".java");
            }
        }
        write(target.resolve("LayoutFiles.java"), layoutFiles(sources));
        write(target.resolve("package-info.java"), packageInfo());
        written.addAll(List.of("LayoutFiles.java", "package-info.java"));
        removeOthers(target, written);
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

    private static List<Table> tables(Source source) {
        String comment = text(source.content(), "name") + ": the items of layouts/" + source.file() + ".yaml";
        List<Map<?, ?>> items = flat(source.content());
        List<Table> tables = new ArrayList<>();
        tables.add(new Table(source.interfaceId(), source.interfaceId(), comment, items));
        for (Map<?, ?> sheet : maps(source.content(), "sheets")) {
            List<Map<?, ?>> all = new ArrayList<>();
            for (Object code : (List<?>) source.content().get("key")) {
                items.stream().filter(item -> text(item, "code").equals(code)).forEach(all::add);
            }
            all.addAll(flat(sheet));
            String code = text(sheet, "sheet");
            tables.add(new Table(
                    source.interfaceId() + capital(code),
                    source.interfaceId() + "." + code,
                    comment + ", sheet " + text(sheet, "name"),
                    all));
        }
        return tables;
    }

    /** The items with every repetition of a group laid out, as {@code LayoutParser} does. */
    private static List<Map<?, ?>> flat(Map<?, ?> table) {
        List<Map<?, ?>> flat = new ArrayList<>();
        for (Map<?, ?> entry : maps(table, "items")) {
            if (!entry.containsKey("group")) {
                flat.add(entry);
                continue;
            }
            for (int i = 1; i <= (Integer) entry.get("times"); i++) {
                for (Map<?, ?> member : maps(entry, "items")) {
                    Map<String, Object> one = new HashMap<>();
                    one.put("code", text(entry, "group") + i + capital(text(member, "code")));
                    one.put("name", text(entry, "name") + i + " " + text(member, "name"));
                    one.put("type", text(member, "type"));
                    flat.add(one);
                }
            }
        }
        return flat;
    }

    private static String constants(Table table) {
        StringBuilder body = new StringBuilder();
        List<String> names = new ArrayList<>();
        for (Map<?, ?> item : table.items()) {
            String type = CLASS_OF_TYPE.get(text(item, "type"));
            if (type == null) {
                throw new IllegalArgumentException(table.className() + ": unknown type in " + item);
            }
            String code = text(item, "code");
            body.append("\n    /** ").append(text(item, "name")).append(" */\n");
            body.append("    public static final %s %s = new %s(\"%s\", \"%s\", %d);\n"
                    .formatted(type, constantName(code), type, table.interfaceId(), code, names.size()));
            names.add(constantName(code));
        }
        return """
                package kaigo.layout.items;

                import java.util.List;
                import kaigo.layout.Item;
                import kaigo.layout.Item.*;

                /** %s, generated at build. */
                public final class %s {
                    private %s() {}
                %s
                    /** All of them, in the order of the layout. */
                    public static final List<Item> ALL = List.of(%s);
                }
                """.formatted(table.comment(), table.className(), table.className(), body, String.join(", ", names));
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

    private static String capital(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1);
    }

    private static List<Map<?, ?>> maps(Map<?, ?> map, String key) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (map.get(key) instanceof List<?> entries) {
            entries.forEach(entry -> maps.add((Map<?, ?>) entry));
        }
        return maps;
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

    private static void removeOthers(Path target, Set<String> written) throws IOException {
        try (var files = Files.newDirectoryStream(target, "*.java")) {
            for (Path file : files) {
                if (!written.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }
}

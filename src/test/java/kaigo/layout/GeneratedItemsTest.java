package kaigo.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that uses an item which an edit of the layout file removed or retyped does not compile (settled 29). */
class GeneratedItemsTest {
    private static final String USER = """
            import kaigo.layout.Row;
            import kaigo.layout.items.M01;
            class User {
                java.time.LocalDate day(Row row) { return row.get(M01.BIRTH_DATE); }
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void copy_the_layout_file() throws IOException {
        Files.createDirectories(folder.resolve("layouts"));
        layout("M01-2.02", Layouts.read("M01-2.02"));
    }

    @Test
    void code_that_uses_an_item_as_it_is_compiles() throws Exception {
        assertThat(errors()).isEmpty();
    }

    @Test
    void a_removed_item_fails_the_build() throws Exception {
        layout("M01-2.02", Layouts.read("M01-2.02").replaceFirst("(?m)^.*code: birthDate,.*$", ""));
        assertThat(errors()).singleElement().asString().contains("BIRTH_DATE");
    }

    @Test
    void a_retyped_item_fails_the_build() throws Exception {
        layout("M01-2.02", Layouts.read("M01-2.02").replace("code: birthDate, type: D", "code: birthDate, type: N"));
        assertThat(errors()).isNotEmpty();
    }

    @Test
    void of_two_versions_the_newest_gives_the_constants_and_versions_count_as_numbers() throws Exception {
        String newer = Layouts.read("M01-2.02").replace("\"2.02\"", "\"2.10\"");
        layout("M01-2.10", newer.replace("code: aliasName", "code: commonName"));
        assertThat(errors()).isEmpty();
        assertThat(Files.readString(folder.resolve("out/kaigo/layout/items/M01.java")))
                .contains("COMMON_NAME")
                .doesNotContain("ALIAS_NAME");
        assertThat(Files.readString(folder.resolve("out/kaigo/layout/items/LayoutFiles.java")))
                .contains("\"M01-2.02\", \"M01-2.10\"");
    }

    private void layout(String name, String content) throws IOException {
        Files.writeString(folder.resolve("layouts").resolve(name + ".yaml"), content);
    }

    /** What the compiler says about a user of the constants that are generated from the folder's layouts. */
    private List<String> errors() throws Exception {
        assertThat(compile(List.of(Path.of("build/GenerateItems.java")))).isEmpty();
        URL[] compiled = {folder.resolve("classes").toUri().toURL()};
        try (var loader = new URLClassLoader(compiled, getClass().getClassLoader())) {
            var main = loader.loadClass("GenerateItems").getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[] {
                folder.resolve("layouts").toString(), folder.resolve("out").toString()
            });
        }
        List<Path> sources = new ArrayList<>(generated());
        sources.add(Files.writeString(folder.resolve("User.java"), USER));
        return compile(sources);
    }

    private List<Path> generated() {
        try (Stream<Path> files = Files.list(folder.resolve("out/kaigo/layout/items"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> compile(List<Path> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        Path classes = Files.createDirectories(folder.resolve("classes"));
        try (var files = compiler.getStandardFileManager(diagnostics, null, null)) {
            var options = List.of("-d", classes.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
            compiler.getTask(null, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return diagnostics.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .toList();
    }
}

package kaigo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Small files, small methods, few parameters: what fits on a screen is read. */
class SizeTest {

    private static final int FILE = 300;
    private static final int METHOD = 40;
    private static final int PARAMETERS = 5;

    @Test
    void no_file_has_more_than_300_lines() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            int lines = Files.readAllLines(file).size();
            if (lines > FILE) {
                tooLong.add(file + ": " + lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void no_method_has_more_than_40_lines_or_5_parameters() throws IOException {
        List<String> tooLarge = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        JavacTask task = (JavacTask) compiler.getTask(
                null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        for (CompilationUnitTree unit : task.parse()) {
            new MethodScanner(unit, positions, tooLarge).scan(unit, null);
        }
        assertThat(tooLarge).isEmpty();
    }

    private static final class MethodScanner extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> tooLarge;

        MethodScanner(CompilationUnitTree unit, SourcePositions positions, List<String> tooLarge) {
            this.unit = unit;
            this.positions = positions;
            this.tooLarge = tooLarge;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            String name = unit.getSourceFile().getName() + " " + method.getName();
            long lines = method.getBody() == null ? 0 : lines(method.getBody());
            if (lines > METHOD) {
                tooLarge.add(name + ": " + lines + " lines");
            }
            boolean isConstructor = method.getReturnType() == null;
            if (!isConstructor && method.getParameters().size() > PARAMETERS) {
                tooLarge.add(name + ": " + method.getParameters().size() + " parameters");
            }
            return super.visitMethod(method, nothing);
        }

        /** Of the body: a table of cases above a test is no code. */
        private long lines(BlockTree body) {
            return line(positions.getEndPosition(unit, body)) - line(positions.getStartPosition(unit, body)) + 1;
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }

    private static List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String root : List.of("src/main/java", "bench/java", "src/test/java")) {
            if (Files.exists(Path.of(root))) {
                try (Stream<Path> files = Files.walk(Path.of(root))) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(50);
        return found;
    }
}

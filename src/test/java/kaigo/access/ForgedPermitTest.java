package kaigo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class ForgedPermitTest {

    @Test
    void honest_code_of_another_room_compiles() {
        assertThat(errors("insurer = permit.insurer();")).isEmpty();
    }

    @Test
    void a_permit_made_outside_the_gate_does_not_compile() {
        assertThat(errors("permit = new kaigo.access.InsurerPermit(insurer);"))
                .anyMatch(error -> error.contains("not public"));
        assertThat(errors("Object forged = new kaigo.access.JobPermit();"))
                .anyMatch(error -> error.contains("not public"));
    }

    @Test
    void a_permit_of_ones_own_kind_does_not_compile() {
        assertThat(errors("record Forged() implements kaigo.access.Permit {}"))
                .anyMatch(error -> error.contains("sealed"));
    }

    private static List<String> errors(String statement) {
        String source = """
                package kaigo.elsewhere;
                class Elsewhere {
                    void look(kaigo.access.InsurerPermit permit, kaigo.shared.InsurerNumber insurer) { %s }
                }
                """.formatted(statement);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of("-proc:none", "-d", System.getProperty("java.io.tmpdir"));
        compiler.getTask(null, null, found, options, null, List.of(new Source(source)))
                .call();
        return found.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(one -> one.getMessage(Locale.ENGLISH))
                .toList();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///kaigo/elsewhere/Elsewhere.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}

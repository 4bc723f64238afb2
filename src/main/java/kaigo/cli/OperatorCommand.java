package kaigo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** 運用者のコマンド: works on an installation ({@code --data}) and writes to the command line's own streams. */
abstract class OperatorCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec;

    /** Throws IOException or CommandRefused if the installation cannot be opened. */
    final Operator open() throws IOException {
        return Operator.open(spec, data.folder);
    }

    final CommandSpec spec() {
        return spec;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

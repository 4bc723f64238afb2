package kaigo.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code ./kiban}: exit code 0 done, 1 failed, 2 wrong usage. */
@Command(
        name = "./kiban",
        header = "介護情報基盤のオープン実装 / an open implementation of Japan's long-term-care information platform",
        subcommands = {
            DemoCommand.class,
            CheckCommand.class,
            LayoutsCommand.class,
            GenerateCommand.class,
            AuditCommand.class,
            CertCommand.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Kiban {

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** The exit code. */
    public static int run(String... args) {
        return commandLine().execute(args.length == 0 ? new String[] {"help"} : args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Kiban()).setOut(utf8(System.out)).setErr(utf8(System.err));
    }

    /** Japanese text also where the locale is POSIX. */
    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}

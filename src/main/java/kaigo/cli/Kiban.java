package kaigo.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ./kiban}: exit code 0 done, 1 failed, 2 wrong usage or settings. */
@Command(
        name = "./kiban",
        header = "介護情報基盤のオープン実装 / an open implementation of Japan's long-term-care information platform",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            StatusCommand.class,
            InsurerCommand.class,
            AccountCommand.class,
            InstitutionCommand.class,
            CertCommand.class,
            ReaderCommand.class,
            KeysCommand.class,
            AuditCommand.class,
            ExplainCommand.class,
            PartsCommand.class,
            CheckCommand.class,
            HashesCommand.class,
            ChangesCommand.class,
            LayoutsCommand.class,
            GenerateCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "試す: demo　運用: serve、status、insurer、institution、account、cert、reader、keys、audit、explain、parts　ファイル: check、hashes、changes、layouts、generate",
            "開発: ./kiban test（テスト）、./kiban bench（計測）、./kiban chaos（障害）　くわしくは ./kiban COMMAND --help"
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
public final class Kiban {

    private final Map<String, String> environment;
    private final InputStream in;

    Kiban() {
        this(System.getenv(), System.in);
    }

    /** @param in where passwords come from if there is no console */
    Kiban(Map<String, String> environment, InputStream in) {
        this.environment = Map.copyOf(environment);
        this.in = in;
    }

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** The exit code. */
    public static int run(String... args) {
        return commandLine().execute(args.length == 0 ? new String[] {"help"} : args);
    }

    static CommandLine commandLine() {
        return new Kiban().commands().setOut(utf8(System.out)).setErr(utf8(System.err));
    }

    CommandLine commands() {
        CommandLine commands = new CommandLine(this)
                .setResourceBundle(ResourceBundle.getBundle("cli"))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new WrongUsage())
                .setExecutionExceptionHandler(new Failures(environment));
        setVersion(commands);
        return commands;
    }

    private static void setVersion(CommandLine command) {
        String version = Kiban.class.getPackage().getImplementationVersion();
        command.getCommandSpec().version("kiban " + (version == null ? "(development)" : version));
        command.getSubcommands().values().forEach(Kiban::setVersion);
    }

    /** What this command belongs to. */
    static Kiban of(CommandSpec spec) {
        return (Kiban) spec.root().userObject();
    }

    Map<String, String> environment() {
        return environment;
    }

    InputStream in() {
        return in;
    }

    /** Japanese text also where the locale is POSIX. */
    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}

package kaigo.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** ./kiban: one command with sub-commands. */
@Command(
        name = "kiban",
        description = "介護情報基盤のオープン実装 / an open implementation of Japan's long-term-care information platform",
        subcommands = {DemoCommand.class, CheckCommand.class, LayoutsCommand.class, CommandLine.HelpCommand.class},
        synopsisSubcommandLabel = "コマンド",
        mixinStandardHelpOptions = true)
public final class Kiban {

    public static void main(String[] args) {
        System.exit(new CommandLine(new Kiban()).execute(args));
    }
}

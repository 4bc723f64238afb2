package kaigo.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** 使い方の誤り: a Japanese sentence, and where the help is. Without a subcommand the help itself. Exit code 2. */
final class WrongUsage implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        if (wrong.getClass() == ParameterException.class
                && !command.getSubcommands().isEmpty()) {
            command.usage(err);
            return CommandLine.ExitCode.USAGE;
        }
        err.println(sentence(wrong));
        err.println("使い方 / usage: " + command.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    private static String sentence(ParameterException wrong) {
        return switch (wrong) {
            case UnmatchedArgumentException unknown ->
                "このような指定はありません / unknown: " + String.join(" ", unknown.getUnmatched());
            case MissingParameterException missing ->
                "指定が足りません / missing: "
                        + missing.getMissing().stream().map(WrongUsage::name).collect(Collectors.joining(", "));
            case OverwrittenOptionException twice -> "二度指定されています / given twice: " + name(twice.getOverwritten());
            case ParameterException other
            when other.getArgSpec() != null ->
                "正しくない値です / not a valid value: " + name(other.getArgSpec()) + " " + other.getValue();
            default -> String.valueOf(wrong.getMessage());
        };
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
    }
}

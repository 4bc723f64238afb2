package kaigo.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --data}: of every command that works on an installation. */
final class DataOption {

    @Option(names = "--data", paramLabel = "フォルダー", description = "データの置き場所（既定: KIBAN_DATA、なければデモの data） / data folder")
    @Nullable
    Path folder;
}

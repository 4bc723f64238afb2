package kaigo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kaigo.keys.KeysUnusable;
import kaigo.layout.FindingText;
import kaigo.layout.UnusableFile;
import kaigo.platform.postgres.PostgresUnavailable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** 失敗の伝え方: a sentence for what a person can mend; for the rest an id, and the trace only where it is asked for. */
final class Failures implements IExecutionExceptionHandler {

    static final String DEBUG = "KIBAN_DEBUG";

    private final Map<String, String> environment;

    Failures(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        Optional<String> sentence = sentence(failure);
        if (sentence.isPresent()) {
            err.println(sentence.get());
        } else {
            err.println("予期しない失敗です（" + failure.getClass().getSimpleName() + "、" + UUID.randomUUID() + "）。" + DEBUG
                    + "=1 を付けて実行すると、くわしく表示します。 / Unexpected; run with " + DEBUG + "=1 for details.");
        }
        if ("1".equals(environment.get(DEBUG))) {
            failure.printStackTrace(err);
        }
        err.flush();
        return sentence.isPresent() && isSetup(failure) ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }

    /** What stands before all work: exit code 2, as for wrong usage. */
    private static boolean isSetup(Exception failure) {
        return failure instanceof KeysUnusable || failure instanceof CommandRefused;
    }

    private static Optional<String> sentence(Exception failure) {
        return switch (failure) {
            case KeysUnusable own -> Optional.ofNullable(own.getMessage());
            case CommandRefused own -> Optional.ofNullable(own.getMessage());
            case PostgresUnavailable own -> Optional.ofNullable(own.getMessage());
            case UnusableFile file ->
                Optional.of(file.id() + " " + FindingText.of(file).text());
            case UncheckedIOException wrapped -> Optional.of(file(cause(wrapped)));
            case IOException io -> Optional.of(file(io));
            default -> Optional.ofNullable(database(failure));
        };
    }

    static IOException cause(UncheckedIOException wrapped) {
        return Objects.requireNonNull(wrapped.getCause());
    }

    private static String file(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "ファイルがありません / no such file: " + missing.getFile();
            case FileAlreadyExistsException there -> "すでにあります / exists already: " + there.getFile();
            case AccessDeniedException denied -> "読み書きの権限がありません / not permitted: " + denied.getFile();
            case FileSystemException other -> "ファイルを扱えません / can't be read or written: " + other.getFile();
            default -> "読み書きできません / can't be read or written: " + failure.getMessage();
        };
    }

    /** The state only: a message of the database may show values. */
    private static @Nullable String database(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLException sql) {
                return "データベースが応じません（" + sql.getSQLState() + "）。つながるか、役割とパスワードが正しいかを確かめてください。"
                        + " / The database refused or can't be reached.";
            }
        }
        return null;
    }
}

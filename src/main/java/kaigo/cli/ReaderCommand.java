package kaigo.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import kaigo.shared.InstitutionId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./kiban reader}: the card readers that an office has, by their public keys (docs/card-reader.md). */
@Command(
        name = "reader",
        description = "マイナンバーカードの読取り機 / card readers of offices",
        subcommands = {ReaderCommand.Register.class, ReaderCommand.Revoke.class, ReaderCommand.ListAll.class},
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class ReaderCommand {

    private static final String NAME = "読取り機の名前（英小文字・数字・-、2〜40 文字）";

    private ReaderCommand() {}

    @Command(
            name = "register",
            description = {"読取り機の公開鍵を登録します。すでにあれば置き換えます。", "Registers a reader's public key, or replaces it."},
            mixinStandardHelpOptions = true)
    static final class Register extends OperatorCommand {

        @Mixin
        private HolderOption holder = new HolderOption();

        @Option(names = "--reader", required = true, paramLabel = "名前", description = NAME)
        private String reader = "";

        @Option(names = "--key", required = true, paramLabel = "ファイル", description = "公開鍵（PEM、EC P-256）")
        private Path key = Path.of("");

        @Override
        public Integer call() throws IOException {
            InstitutionId office = holder.institution();
            requireForm(reader);
            byte[] encoded = read(key);
            try (Operator operator = open()) {
                operator.requireKnown(office);
                operator.record("CARD_READER_REGISTERED", office, Map.of("reader", reader));
                operator.cardReaders().register(office, reader, encoded);
            } catch (IllegalArgumentException notAKey) {
                throw new CommandRefused("EC P-256 の公開鍵ではありません / not a public key of P-256: " + key);
            }
            out().println("登録しました / registered: " + office.holder() + "　" + reader);
            return 0;
        }

        private static byte[] read(Path file) throws IOException {
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            try {
                return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
            } catch (IllegalArgumentException e) {
                throw new CommandRefused("PEM ではありません / not PEM: " + file);
            }
        }
    }

    @Command(
            name = "revoke",
            description = "読取り機を失効させます。次の読取りから使えません。/ Ends a reader's use at once.",
            mixinStandardHelpOptions = true)
    static final class Revoke extends OperatorCommand {

        @Mixin
        private HolderOption holder = new HolderOption();

        @Option(names = "--reader", required = true, paramLabel = "名前", description = NAME)
        private String reader = "";

        @Override
        public Integer call() throws IOException {
            InstitutionId office = holder.institution();
            requireForm(reader);
            try (Operator operator = open()) {
                operator.record("CARD_READER_REVOKED", office, Map.of("reader", reader));
                if (!operator.cardReaders().revoke(office, reader)) {
                    spec().commandLine().getErr().println("その読取り機はありません / no such reader: " + reader);
                    return 1;
                }
            }
            out().println("失効させました / revoked: " + office.holder() + "　" + reader);
            return 0;
        }
    }

    @Command(name = "list", description = "使える読取り機の一覧 / readers in use", mixinStandardHelpOptions = true)
    static final class ListAll extends OperatorCommand {

        @Mixin
        private HolderOption holder = new HolderOption();

        @Override
        public Integer call() throws IOException {
            InstitutionId office = holder.institution();
            try (Operator operator = open()) {
                List<String> readers = operator.cardReaders().list(office);
                readers.forEach(out()::println);
                if (readers.isEmpty()) {
                    out().println("登録された読取り機はありません。 / There are none.");
                }
            }
            return 0;
        }
    }

    private static void requireForm(String reader) {
        if (!reader.matches("[a-z0-9][a-z0-9-]{1,39}")) {
            throw new CommandRefused("--reader: " + NAME + " / lower case letters, digits and -, 2 to 40: " + reader);
        }
    }
}

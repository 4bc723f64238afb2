package kaigo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kaigo.keys.KeyRing;
import kaigo.keys.SealBroken;
import kaigo.keys.SealedFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./kiban keys}: makes, rotates and names keys (docs/keys.md). No secret is ever shown. */
@Command(
        name = "keys",
        description = "鍵ファイル / the key file",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class KeysCommand {

    private static final String FILE = "鍵ファイル";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            name = "new",
            description = "新しい鍵ファイルを作ります（0600）。すでにあれば何もしません。/ Makes a new key file.",
            mixinStandardHelpOptions = true)
    int create(@Option(names = "--file", required = true, paramLabel = "ファイル", description = FILE) Path file) {
        show(KeyRing.create(file));
        out().println("データベースとその控えとは別の場所に、控えを取ってください。失うと、封印した値は二度と開きません。");
        out().println("Keep a copy apart from the database and its backups: without it nothing that was sealed opens.");
        return 0;
    }

    @Command(
            name = "rotate",
            description = {
                "新しいマスター鍵を加え、受信ファイルの鍵を包み直します。サーバーを止めて行い、あとで起動してください。",
                "--hmac を付けると、マスター鍵の代わりに、マイナンバーと PMHキーの HMAC の鍵を更新します。",
                "Adds a master key and re-wraps the keys of received files, or renews the HMAC keys. Stop the server before."
            },
            footer = "終了コード / exit code: 0 済み、1 包み直せないファイルがある、2 鍵ファイルを使えない",
            mixinStandardHelpOptions = true)
    int rotate(
            @Option(names = "--file", required = true, paramLabel = "ファイル", description = FILE) Path file,
            @Option(names = "--hmac", description = "HMAC の鍵を更新 / the HMAC keys instead") boolean hmac,
            @Mixin DataOption data)
            throws IOException {
        KeyRing old = KeyRing.open(file);
        Path folder = DatabaseAccess.folder(data.folder, Kiban.of(spec).environment());
        if (hmac) {
            putOnRecord("HMAC_KEYS_ROTATED", Map.of("replaced", idsOf(old, "hmac.")), data.folder, folder);
            show(old.rotateHmac());
            out().println("それぞれの人は、次の被保険者情報（M01）のときに新しい鍵へ移ります。それまでは古い鍵で探します。");
            out().println("Each person moves to the new keys at the next M01; until then the old key finds it.");
            return 0;
        }
        Path received = folder.resolve("received");
        putOnRecord("MASTER_KEY_ROTATED", Map.of("replaced", old.masterKeyId()), data.folder, folder);
        KeyRing rotated = old.rotate();
        show(rotated);
        return rewrap(received, new SealedFiles(rotated));
    }

    @Command(
            name = "retire",
            description = {
                "PMHキーの古い鍵のうち、使われていないものを鍵ファイルから外します。サーバーを止めて行ってください。",
                "まだ使われている鍵は、残っている人数を示して、そのままにします。",
                "Takes those older keys of the PMHキー off the file under which nobody stands any more; names the others."
            },
            mixinStandardHelpOptions = true)
    int retire(
            @Option(names = "--file", required = true, paramLabel = "ファイル", description = FILE) Path file,
            @Mixin DataOption data)
            throws IOException {
        KeyRing ring = KeyRing.open(file);
        Map<Integer, String> older = ring.olderPmhKeys();
        if (older.isEmpty()) {
            out().println("古い鍵はありません。 / There is no older key.");
            return 0;
        }
        try (Operator operator = Operator.open(spec, data.folder)) {
            operator.requireStoppedServer();
            List<String> unused = unused(older, operator.countByPmhKey());
            if (!unused.isEmpty()) {
                operator.record("HMAC_KEYS_RETIRED", null, Map.of("retired", String.join(", ", unused)));
                ring.withoutPmhKeys(unused);
                out().println("外した鍵 / retired: " + String.join(", ", unused));
            }
        }
        return 0;
    }

    /** What bears no mark is from before there were marks: the oldest key's. */
    private List<String> unused(Map<Integer, String> older, Map<Integer, Long> counts) {
        List<Integer> marks = List.copyOf(older.keySet());
        List<String> unused = new ArrayList<>();
        for (int mark : marks) {
            long left = counts.getOrDefault(mark, 0L) + (mark == marks.getLast() ? counts.getOrDefault(0, 0L) : 0);
            if (left == 0) {
                unused.add(older.get(mark));
            } else {
                out().printf("まだ使われている鍵 / still in use: %s（%,d 人）%n", older.get(mark), left);
            }
        }
        return unused;
    }

    @Command(
            name = "show",
            description = "鍵の ID だけを示します。/ Shows the ids of the keys, nothing else.",
            mixinStandardHelpOptions = true)
    int show(@Option(names = "--file", paramLabel = "ファイル", description = "鍵ファイル（既定: 環境変数の鍵）") @Nullable Path file) {
        show(file == null ? KeyRing.fromEnvironment(Kiban.of(spec).environment()) : KeyRing.open(file));
        return 0;
    }

    /** Where there is a database to put it: a key file can be rotated before the first start, too. */
    private void putOnRecord(String action, Map<String, String> detail, @Nullable Path data, Path folder)
            throws IOException {
        boolean hasDatabase =
                DatabaseAccess.isNamed(Kiban.of(spec).environment()) || Files.exists(folder.resolve("keys.json"));
        if (!hasDatabase) {
            out().println("データベースの指定がないため、監査記録には残りません。 / No database is named: this is not on record.");
            return;
        }
        try (Operator operator = Operator.open(spec, data)) {
            operator.requireStoppedServer();
            operator.record(action, null, detail);
        }
    }

    private static String idsOf(KeyRing ring, String slots) {
        return ring.ids().entrySet().stream()
                .filter(slot -> slot.getKey().startsWith(slots))
                .map(slot -> slot.getValue().getFirst())
                .collect(Collectors.joining(", "));
    }

    private int rewrap(Path received, SealedFiles seal) throws IOException {
        int done = 0;
        int broken = 0;
        if (Files.isDirectory(received)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(received, "*.sealed")) {
                for (Path file : files) {
                    try {
                        done += seal.rewrap(file) ? 1 : 0;
                    } catch (NoSuchFileException finished) {
                        // all its records became final meanwhile, and it was destroyed
                    } catch (SealBroken unknown) {
                        broken++;
                        spec.commandLine().getErr().println("開けません / can't be opened: " + file.getFileName());
                    }
                }
            }
        }
        out().println("包み直したファイル / re-wrapped: " + done + "　開けないファイル / broken: " + broken);
        return broken == 0 ? 0 : 1;
    }

    private void show(KeyRing keys) {
        keys.ids().forEach((name, ids) -> out().println(name + ": " + String.join(", ", ids)));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

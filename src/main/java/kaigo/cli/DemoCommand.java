package kaigo.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import kaigo.keys.KeyRing;
import kaigo.keys.RolePasswords;
import kaigo.platform.DatabaseAddress;
import kaigo.platform.Installation;
import kaigo.platform.Server;
import kaigo.platform.postgres.PostgresServer;
import kaigo.platform.postgres.PostgresSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** ./kiban demo: database, server and the fictitious country with one command. */
@Command(
        name = "demo",
        description = "架空の国のデータで起動します（組込みデータベースを使います）。/ Starts with fictitious data.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "番号", description = "画面のポート番号。+1 が API です（既定: ${DEFAULT-VALUE}）")
    private int port = 8080;

    @Option(names = "--data", paramLabel = "フォルダー", description = "データの置き場所（既定: data）")
    private @Nullable Path data;

    @Option(names = "--as-of", paramLabel = "年月日", description = "架空の国の今日（初回だけ。既定: 今日）")
    private @Nullable LocalDate asOf;

    @Option(names = "--fresh", description = "前のデータを消して始めます")
    private boolean fresh;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws Exception {
        Path folder = DemoFolder.locate(data);
        if (fresh) {
            DemoFolder.empty(folder);
        }
        Files.createDirectories(folder);
        DemoDate date = DemoDate.openOrCreate(folder, asOf);
        KeyRing keys = KeyRing.openOrCreate(folder.resolve("keys.json"));
        RolePasswords passwords = keys.databasePasswords().orElseThrow();
        try (Ending ending = new Ending();
                PostgresServer postgres =
                        PostgresServer.start(PostgresSettings.durable(folder), passwords, out::println);
                ConfigurableApplicationContext server = start(new Installation(
                        Installation.Mode.DEMO,
                        folder,
                        address(postgres.jdbcUrl(), passwords),
                        keys,
                        date.clock(),
                        port,
                        3,
                        Optional.empty()))) {
            new DemoGreeting(server, folder, date.asOf(), port).print(out);
            ending.await();
        }
        return 0;
    }

    private ConfigurableApplicationContext start(Installation installation) {
        out.println("サーバーを起動しています… / Starting the server …");
        return Server.start(installation);
    }

    static DatabaseAddress address(String url, RolePasswords passwords) {
        return new DatabaseAddress(
                url,
                new DatabaseAddress.Role("kiban_owner", passwords.owner()),
                new DatabaseAddress.Role("kiban_app", passwords.application()),
                new DatabaseAddress.Role("kiban_auditor", passwords.auditor()));
    }
}

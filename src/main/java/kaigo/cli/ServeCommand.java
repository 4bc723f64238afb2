package kaigo.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kaigo.access.SharingDocs;
import kaigo.access.rules.Amount;
import kaigo.access.rules.Proposal;
import kaigo.access.rules.Proposals;
import kaigo.keys.KeyRing;
import kaigo.platform.Installation;
import kaigo.platform.Server;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./kiban serve}: the server on a PostgreSQL of one's own, told everything by environment variables. */
@Command(
        name = "serve",
        description = {
            "外部の PostgreSQL でサーバーを起動します。設定はすべて環境変数です（docs/operations.md）。",
            "Starts the server on a PostgreSQL of your own; everything is told by environment variables."
        },
        footer = "終了コード / exit code: 0 正常に終わった、問題なし（--check）、2 設定またはデータベースに問題がある",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final int WRONG = 2;

    @Option(names = "--check", description = "起動せず、設定とデータベースを点検します / only checks")
    private boolean check;

    @Option(names = "--explain", description = "すべての設定とその出どころを示します / shows every setting and its source")
    private boolean explain;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> environment = Kiban.of(spec).environment();
        if (explain) {
            explain(environment);
            return 0;
        }
        Logs.quiet();
        ServeSettings settings = new ServeSettings(environment);
        Optional<Installation> installation = settings.read();
        if (installation.isEmpty()) {
            refuse(settings.problems());
            return WRONG;
        }
        if (settings.isOpenToOthers()) {
            spec.commandLine()
                    .getErr()
                    .println("注意: " + Setting.ADDRESS.variable()
                            + " により、暗号化されない画面のポートをほかの機器に開きます。その手前で必ず TLS を終端してください。"
                            + " / Plain HTTP is open to others: TLS must end at a proxy before it.");
        }
        if (check) {
            out().println("問題はありません。 / Nothing is wrong.");
            return 0;
        }
        serve(installation.get());
        return 0;
    }

    private void serve(Installation installation) throws InterruptedException {
        try (Ending ending = new Ending();
                ConfigurableApplicationContext server = Server.start(installation)) {
            out().println("画面と API（TLS）: ポート " + Server.tlsPort(server) + "　画面（平文、手前の TLS 用）: " + installation.address()
                    + ":" + server.getEnvironment().getRequiredProperty("local.server.port"));
            ending.await();
        }
    }

    private void refuse(List<String> problems) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("起動できません。次を直してください。 / Can't start. Please mend:");
        problems.forEach(problem -> err.println("  " + problem));
        err.println("設定の一覧 / all settings: ./kiban serve --explain　手順 / how: docs/operations.md");
    }

    private void explain(Map<String, String> environment) {
        for (Setting setting : Setting.values()) {
            boolean isSet = setting.isSet(environment);
            String value = setting.in(environment);
            boolean hidden = setting.isSecret() || value.contains("password=");
            line(
                    setting.variable(),
                    hidden ? set(isSet) : value,
                    source(isSet, setting.isRequired()),
                    setting.meaning());
        }
        explainProposals(environment);
        boolean file = !environment.getOrDefault("KIBAN_KEY_FILE", "").isBlank();
        line(
                "KIBAN_KEY_FILE",
                environment.getOrDefault("KIBAN_KEY_FILE", ""),
                source(file, false),
                "鍵ファイル（docs/keys.md）");
        for (String variable : KeyRing.variables()) {
            boolean isSet = !environment.getOrDefault(variable, "").isBlank();
            line(variable, set(isSet), source(isSet, !file), file ? "鍵ファイルがあるため使いません" : "鍵");
        }
    }

    /** Each as it stands, whatever is wrong with the others. */
    private void explainProposals(Map<String, String> environment) {
        Proposals chosen = ProposalChoice.read(
                Setting.PROPOSALS.in(environment), false, what -> out().println("  要確認 / wrong: " + what));
        for (Proposal one : Proposal.values()) {
            proposal(one.name(), word(chosen.isOn(one)), word(one.isOnByDefault()), one.text());
        }
        for (Amount one : Amount.values()) {
            proposal(one.name(), "" + chosen.amount(one), "" + one.standard(), one.text());
        }
        proposal(ProposalChoice.CARD_ITEMS, items(chosen), items(Proposals.byDefault()), SharingDocs.CARD_ITEMS);
    }

    private void proposal(String name, String value, String standard, String text) {
        out().println("  " + name + " = " + value + "  ["
                + (value.equals(standard) ? "既定 / default" : "環境変数 / environment") + "]  " + text);
    }

    private static String word(boolean on) {
        return on ? "on" : "off";
    }

    private static String items(Proposals chosen) {
        return chosen.cardItems().stream().map(Enum::name).collect(Collectors.joining("+"));
    }

    private static String set(boolean isSet) {
        return isSet ? "（設定あり / set）" : "（なし / not set）";
    }

    private static String source(boolean isSet, boolean required) {
        if (isSet) {
            return "環境変数 / environment";
        }
        return required ? "未設定 / missing" : "既定 / default";
    }

    private void line(String variable, String value, String source, String meaning) {
        out().println(variable + " = " + value + "  [" + source + "]  " + meaning);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

package kaigo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import kaigo.identity.Accounts;
import kaigo.identity.StaffAccount;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./kiban account}: staff of municipalities who may sign in. */
@Command(
        name = "account",
        description = "職員のアカウント / accounts of an insurer's staff",
        subcommands = AccountAddCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class AccountCommand {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Command(
            description = "アカウントの一覧（パスワードは出ません）。/ Lists the accounts.",
            footer = "終了コード / exit code: 0 示した、2 指定の誤り",
            mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--insurer", paramLabel = "保険者番号", description = "6 桁（既定: すべての保険者）") @Nullable
                    String number,
            @Mixin DataOption data)
            throws IOException {
        try (Operator operator = Operator.open(spec, data.folder)) {
            Accounts accounts = operator.accounts();
            List<String> lines = organisations(operator, number).stream()
                    .flatMap(insurer -> accounts.list(insurer).stream())
                    .map(account -> line(account, accounts))
                    .toList();
            lines.forEach(out()::println);
            if (lines.isEmpty()) {
                out().println("アカウントはありません / no accounts");
            }
        }
        return 0;
    }

    private static List<InsurerNumber> organisations(Operator operator, @Nullable String number) {
        return number != null
                ? List.of(operator.organisation(number))
                : operator.accounts().listOrganisations();
    }

    @Command(
            description = "アカウントを停止します。サインイン中でも、次の操作から使えません。/ Ends an account's use at once.",
            footer = "終了コード / exit code: 0 停止した、1 そのアカウントはない、2 指定の誤り",
            mixinStandardHelpOptions = true)
    int disable(
            @Option(names = "--insurer", required = true, paramLabel = "保険者番号", description = "6 桁") String number,
            @Option(names = "--login", required = true, paramLabel = "ユーザーID", description = "ユーザーID") String login,
            @Mixin DataOption data)
            throws IOException {
        return setActive(number, login, false, data);
    }

    @Command(
            description = "停止したアカウントをまた使えるようにします。誤ったパスワードによるロックも解きます。/ Allows it again.",
            footer = "終了コード / exit code: 0 使えるようにした、1 そのアカウントはない、2 指定の誤り",
            mixinStandardHelpOptions = true)
    int enable(
            @Option(names = "--insurer", required = true, paramLabel = "保険者番号", description = "6 桁") String number,
            @Option(names = "--login", required = true, paramLabel = "ユーザーID", description = "ユーザーID") String login,
            @Mixin DataOption data)
            throws IOException {
        return setActive(number, login, true, data);
    }

    private int setActive(String number, String login, boolean active, DataOption data) throws IOException {
        try (Operator operator = Operator.open(spec, data.folder)) {
            InsurerNumber insurer = operator.organisation(number);
            Accounts accounts = operator.accounts();
            if (!accounts.exists(insurer, login)) {
                spec.commandLine().getErr().println("そのアカウントはありません / no such account: " + number + "/" + login);
                return 1;
            }
            operator.record(active ? "ACCOUNT_ENABLED" : "ACCOUNT_DISABLED", insurer, Map.of("login", login));
            accounts.setActive(insurer, login, active);
        }
        out().println((active ? "使えます / enabled: " : "停止しました / disabled: ") + number + "/" + login);
        return 0;
    }

    private static String line(StaffAccount account, Accounts accounts) {
        return account.insurer().value() + "/" + account.login() + "　" + account.displayName() + "　" + kind(account)
                + "　" + state(account, accounts);
    }

    private static String kind(StaffAccount account) {
        return switch (account.role()) {
            case STAFF -> "職員";
            case VENDOR -> "受託ベンダ（" + account.endsOn() + " まで）";
            case FEDERATION -> "国保連合会";
            case OPERATOR -> "運用者";
            case MEMBER -> "認定審査会の委員";
        };
    }

    private static String state(StaffAccount account, Accounts accounts) {
        if (!account.active()) {
            return "停止 / disabled";
        }
        if (accounts.isLocked(account)) {
            return "ロック中 / locked until " + account.lockedUntil();
        }
        return accounts.isLockedSomewhere(account) ? "ロック中の接続元あり / locked for an address" : "有効 / active";
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

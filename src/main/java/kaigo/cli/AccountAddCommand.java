package kaigo.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import kaigo.identity.Accounts;
import kaigo.identity.NewAccount;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./kiban account add}. */
@Command(
        name = "add",
        description = {
            "職員のアカウントを作ります。パスワードは端末か、標準入力の 1 行目から読みます。",
            "Adds an account; the password comes from the console or the first line of standard input."
        },
        footer = "終了コード / exit code: 0 作った、1 すでにある、2 指定の誤り",
        mixinStandardHelpOptions = true)
final class AccountAddCommand extends OperatorCommand {

    @Option(
            names = "--insurer",
            required = true,
            paramLabel = "保険者番号",
            description = "6 桁。国保連合会は都道府県コードと 0000、運用者は 000000")
    private String number = "";

    @Option(names = "--login", required = true, paramLabel = "ユーザーID", description = Logins.FORM)
    private String login = "";

    @Option(names = "--name", required = true, paramLabel = "氏名", description = "画面に出る氏名")
    private String name = "";

    @Option(names = "--vendor-until", paramLabel = "年月日", description = "受託ベンダのアカウント: 使える最後の日（YYYY-MM-DD）")
    private @Nullable LocalDate vendorUntil;

    @Option(names = "--member-mail", paramLabel = "メールアドレス", description = "認定審査会の委員のアカウント: ワンタイムコードを送る宛先")
    private @Nullable String memberMail;

    @Option(names = "--replace", description = "すでにあるアカウントの氏名とパスワードを置き換えます")
    private boolean replace;

    @Override
    public Integer call() throws IOException {
        Logins.requireForm(login, name);
        if (vendorUntil != null && memberMail != null) {
            throw new CommandRefused("--vendor-until と --member-mail は、どちらか一つです。 / One of the two only.");
        }
        String password = PasswordInput.read(Kiban.of(spec()));
        try (Operator operator = open()) {
            InsurerNumber insurer = operator.organisation(number);
            Accounts accounts = operator.accounts();
            Logins.requireStrong(() -> accounts.checkPassword(password));
            boolean exists = accounts.exists(insurer, login);
            if (exists && !replace) {
                spec().commandLine().getErr().println("すでにあります（置き換えは --replace） / exists already: " + login);
                return 1;
            }
            operator.record(exists ? "ACCOUNT_REPLACED" : "ACCOUNT_ADDED", insurer, Map.of("login", login));
            accounts.put(new NewAccount(insurer, login, name.strip(), vendorUntil, memberMail), password, false);
        }
        out().println("アカウントを作りました / account is there: " + number + "/" + login);
        return 0;
    }
}

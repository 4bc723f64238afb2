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
            "職員のアカウントを作り、仮パスワードを 1 度だけ示します。ご本人が 14 日以内にサインインし、変えます。",
            "Adds an account and shows its initial password once; its owner signs in within 14 days and changes it."
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

    @Option(names = "--mail", required = true, paramLabel = "メールアドレス", description = "サインインのワンタイムコードを送る宛先")
    private String mail = "";

    @Option(names = "--member", description = "認定審査会の委員のアカウントです")
    private boolean member;

    @Option(names = "--own-password", description = "ご本人がその場でパスワードを決めます（端末か、標準入力の 1 行目）")
    private boolean ownPassword;

    @Option(names = "--replace", description = "すでにあるアカウントを置き換えます（パスワードを忘れたときも）")
    private boolean replace;

    @Override
    public Integer call() throws IOException {
        Logins.requireForm(login, name);
        Logins.requireMail(mail);
        if (vendorUntil != null && member) {
            throw new CommandRefused("--vendor-until と --member は、どちらか一つです。 / One of the two only.");
        }
        String password = ownPassword ? PasswordInput.read(Kiban.of(spec())) : null;
        try (Operator operator = open()) {
            InsurerNumber insurer = operator.organisation(number);
            Accounts accounts = operator.accounts();
            if (password != null) {
                Logins.requireStrong(() -> accounts.checkPassword(password));
            }
            boolean exists = accounts.exists(insurer, login);
            if (exists && !replace) {
                spec().commandLine().getErr().println("すでにあります（置き換えは --replace） / exists already: " + login);
                return 1;
            }
            operator.record(exists ? "ACCOUNT_REPLACED" : "ACCOUNT_ADDED", insurer, Map.of("login", login));
            NewAccount account = new NewAccount(insurer, login, name.strip(), vendorUntil, mail, member);
            out().println("アカウントを作りました / account is there: " + number + "/" + login);
            if (password == null) {
                out().println("仮パスワード / initial password: " + accounts.putInitial(account));
            } else {
                accounts.put(account, password, false);
            }
        }
        return 0;
    }
}

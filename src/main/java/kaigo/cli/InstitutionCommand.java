package kaigo.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.identity.InstitutionAccounts;
import kaigo.identity.InstitutionRole;
import kaigo.identity.NewInstitutionAccount;
import kaigo.participants.Institution;
import kaigo.shared.CareManagerNumber;
import kaigo.shared.InstitutionId;
import kaigo.shared.Job;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./kiban institution}: offices and clinics, and those who sign in there. */
@Command(
        name = "institution",
        description = "事業所と医療機関 / offices and clinics",
        subcommands = {
            InstitutionCommand.Put.class,
            InstitutionCommand.Account.class,
            InstitutionCommand.Disable.class,
            InstitutionCommand.Enable.class,
            InstitutionCommand.SignOut.class,
            InstitutionCheckCommand.class,
            CareManagersCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class InstitutionCommand {

    @Command(
            name = "put",
            description = {"事業所・医療機関を登録します。すでにあれば置き換えます。", "Adds an office or a clinic, or replaces it."},
            mixinStandardHelpOptions = true)
    static final class Put extends OperatorCommand {

        @Mixin
        private HolderOption holder = new HolderOption();

        @Option(names = "--name", required = true, paramLabel = "名称", description = "例: 架空居宅介護支援事業所")
        private String name = "";

        @Option(names = "--prefecture", required = true, paramLabel = "都道府県", description = "例: 大分県")
        private String prefecture = "";

        @Option(names = "--service", split = ",", paramLabel = "コード", description = "サービス種類コード、コンマ区切り（例 43）")
        private List<String> services = List.of();

        @Option(names = "--from", required = true, paramLabel = "年月日", description = "指定の最初の日（YYYY-MM-DD）")
        private LocalDate from = LocalDate.MAX;

        @Override
        public Integer call() throws IOException {
            InstitutionId id = holder.institution();
            try (Operator operator = open()) {
                operator.record("INSTITUTION_PUT", id, Map.of());
                operator.institutions()
                        .put(new Institution(
                                id,
                                name.strip(),
                                prefecture,
                                from,
                                services.stream()
                                        .map(code -> new Institution.Service(code, from, null))
                                        .toList()));
            }
            out().println("登録しました / registered: " + id.holder() + "　" + name.strip());
            return 0;
        }
    }

    @Command(
            name = "account",
            description = {
                "事業所・医療機関のアカウントを作ります。パスワードは端末か、標準入力の 1 行目から読みます。",
                "仮パスワードとして扱い、ご本人が最初のサインインで変えます（14 日以内）。",
                "Adds an account; the password comes from the console or the first line of standard input."
            },
            footer = "終了コード / exit code: 0 作った、1 すでにある、2 指定の誤り",
            mixinStandardHelpOptions = true)
    static final class Account extends OperatorCommand {

        @Mixin
        private HolderOption holder = new HolderOption();

        @Option(
                names = "--login",
                required = true,
                paramLabel = "ユーザーID",
                description = Logins.FORM + "。事業所ユーザは KJ と数字 12 桁（職種なし。最初の管理者を画面で登録します）")
        private String login = "";

        @Option(names = "--administrator", description = "管理者にします（ふつうは、事業所ユーザが画面で登録します）")
        private boolean administrator;

        @Option(names = "--own-password", description = "ご本人がその場でパスワードを決めます（端末か、標準入力の 1 行目）")
        private boolean ownPassword;

        @Option(names = "--name", required = true, paramLabel = "氏名", description = "画面に出る氏名")
        private String name = "";

        @Option(
                names = "--job",
                split = ",",
                paramLabel = "職種",
                description = "CARE_MANAGER（ケアマネジャー）、DOCTOR（医師）、MEDICAL_CLERK（医師事務作業補助者）、OTHER、コンマ区切り")
        private List<Job> jobs = List.of();

        @Option(names = "--care-manager-number", paramLabel = "番号", description = "介護支援専門員番号 8 桁（CARE_MANAGER では必須）")
        private @Nullable String careManager;

        @Option(names = "--mail", paramLabel = "メールアドレス", description = "画面のサインインで、ワンタイムコードを送る宛先")
        private @Nullable String mail;

        @Option(names = "--replace", description = "すでにあるアカウントを置き換えます")
        private boolean replace;

        @Override
        public Integer call() throws IOException {
            NewInstitutionAccount account = account();
            String password = ownPassword ? PasswordInput.read(Kiban.of(spec())) : null;
            try (Operator operator = open()) {
                operator.requireKnown(account.institution());
                InstitutionAccounts accounts = operator.institutionAccounts();
                if (password != null) {
                    Logins.requireStrong(() -> accounts.checkPassword(password));
                }
                boolean exists = accounts.exists(account.institution(), login);
                if (exists && !replace) {
                    spec().commandLine().getErr().println("すでにあります（置き換えは --replace） / exists already: " + login);
                    return 1;
                }
                requireOnly(accounts, account);
                operator.record(
                        exists ? "ACCOUNT_REPLACED" : "ACCOUNT_ADDED", account.institution(), Map.of("login", login));
                out().println("アカウントを作りました / account is there: "
                        + account.institution().holder() + "/" + login);
                if (password == null) {
                    out().println("仮パスワード / initial password: " + accounts.putInitial(account));
                } else {
                    accounts.put(account, password, false);
                }
            }
            return 0;
        }

        private static void requireOnly(InstitutionAccounts accounts, NewInstitutionAccount account) {
            boolean another = account.role() == InstitutionRole.OFFICE_USER
                    && accounts.list(account.institution()).stream()
                            .anyMatch(one -> one.role() == InstitutionRole.OFFICE_USER
                                    && !one.login().equals(account.login()));
            if (another) {
                throw new CommandRefused("事業所ユーザは 1 つの事業所に 1 つです。 / There is a 事業所ユーザ already.");
            }
        }

        private NewInstitutionAccount account() {
            if (NewInstitutionAccount.isOfficeUser(login)) {
                return officeUser();
            }
            Logins.requireForm(login, name);
            if (jobs.isEmpty()) {
                throw new CommandRefused("--job を指定してください。 / Give --job.");
            }
            CareManagerNumber number = careManager != null && CareManagerNumber.hasForm(careManager)
                    ? CareManagerNumber.of(careManager)
                    : null;
            if (jobs.contains(Job.CARE_MANAGER) != (number != null)) {
                throw new CommandRefused("CARE_MANAGER には介護支援専門員番号 8 桁が要ります（ほかの職種には付けません）。"
                        + " / A care manager, and nobody else, has a number of 8 digits.");
            }
            return new NewInstitutionAccount(holder.institution(), login, name.strip(), Set.copyOf(jobs), number, mail)
                    .as(administrator ? InstitutionRole.ADMINISTRATOR : InstitutionRole.GENERAL);
        }

        /** It sees nobody, so it has no 職種; without a mail address it could not sign in to do what it is for. */
        private NewInstitutionAccount officeUser() {
            if (!jobs.isEmpty() || careManager != null || administrator || mail == null || name.isBlank()) {
                throw new CommandRefused(
                        "事業所ユーザ（KJ…）には --name と --mail だけを付けます。 / A 事業所ユーザ has a name and a mail only.");
            }
            return new NewInstitutionAccount(holder.institution(), login, name.strip(), Set.of(), null, mail)
                    .as(InstitutionRole.OFFICE_USER);
        }
    }

    /** Whether an account may be used. */
    abstract static class Switch extends OperatorCommand {

        @Mixin
        private HolderOption holder = new HolderOption();

        @Option(names = "--login", required = true, paramLabel = "ユーザーID", description = "ユーザーID")
        private String login = "";

        private final boolean active;

        Switch(boolean active) {
            this.active = active;
        }

        @Override
        public Integer call() throws IOException {
            InstitutionId id = holder.institution();
            try (Operator operator = open()) {
                InstitutionAccounts accounts = operator.institutionAccounts();
                if (!accounts.exists(id, login)) {
                    spec().commandLine()
                            .getErr()
                            .println("そのアカウントはありません / no such account: " + id.holder() + "/" + login);
                    return 1;
                }
                operator.record(active ? "ACCOUNT_ENABLED" : "ACCOUNT_DISABLED", id, Map.of("login", login));
                accounts.setActive(id, login, active);
            }
            out().println((active ? "使えます / enabled: " : "停止しました / disabled: ") + id.holder() + "/" + login);
            return 0;
        }
    }

    @Command(
            name = "disable",
            description = "アカウントを停止します。次の要求から使えません。/ Ends an account's use at once.",
            mixinStandardHelpOptions = true)
    static final class Disable extends Switch {
        Disable() {
            super(false);
        }
    }

    @Command(
            name = "enable",
            description = "停止したアカウントをまた使えるようにします。ロックも解きます。/ Allows it again.",
            mixinStandardHelpOptions = true)
    static final class Enable extends Switch {
        Enable() {
            super(true);
        }
    }

    @Command(
            name = "sign-out",
            description = "いまのサインイン（画面とソフトウェアのトークン）をすべて終わらせます。/ Ends every sign-in of the account.",
            mixinStandardHelpOptions = true)
    static final class SignOut extends OperatorCommand {

        @Mixin
        private HolderOption holder = new HolderOption();

        @Option(names = "--login", required = true, paramLabel = "ユーザーID", description = "ユーザーID")
        private String login = "";

        @Override
        public Integer call() throws IOException {
            InstitutionId id = holder.institution();
            try (Operator operator = open()) {
                operator.record("SIGN_INS_ENDED", id, Map.of("login", login));
                boolean ended = operator.institutionAccounts().endSignIns(id, login);
                out().println((ended ? "終わらせました / ended: " : "そのアカウントはありません / no such account: ") + id.holder() + "/"
                        + login);
                return ended ? 0 : 1;
            }
        }
    }
}

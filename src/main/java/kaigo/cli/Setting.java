package kaigo.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 環境変数: everything that {@code serve} is told, beside the keys. Without a default it must be set. */
enum Setting {
    DATABASE_URL(null, "データベース（jdbc:postgresql://ホスト:5432/名前）。ほかの機器なら ?sslmode=verify-full"),
    OWNER_USER(null, "所有者の役割（移行に使う）"),
    OWNER_PASSWORD(null, "そのパスワード"),
    APPLICATION_USER(null, "アプリケーションの役割"),
    APPLICATION_PASSWORD(null, "そのパスワード"),
    AUDITOR_USER("kiban_auditor", "監査人の役割（名前だけ）"),
    AUDITOR_PASSWORD("", "audit verify だけが使う"),
    DATA(null, "受信ファイルと監査記録の署名の置き場所"),
    PORT("8080", "画面（平文）のポート。+1 が TLS（画面と API）。0 は空いている 2 つ"),
    ADDRESS("127.0.0.1", "平文のポートを開くアドレス"),
    INTERMEDIATE_SERVER(null, "医療保険者等向け中間サーバの URI"),
    CARD_LOOKUP("", "オンライン資格確認（マイナンバーカードによる本人確認、docs/card-reader.md）の URI。ないと、カードでは確認できない"),
    CARD_BRIDGE("http://127.0.0.1:28475", "画面がこの端末の読取り機を呼ぶ場所（docs/card-reader.md）。CARD_LOOKUP があるときだけ使う"),
    LOG_COLLECTOR("", "監査記録を送る先（docs/log-forwarding.md）の URI。ないと、送らない"),
    VIRUS_SCANNER("", "届いた PDF を検査する ClamAV（clamd）のソケットのパスか、この機器の 127.0.0.1:ポート。ないと、ウイルスは検査しない"),
    LOAD_WORKERS("3", "同時に取り込むファイルの数"),
    REQUESTS_PER_MINUTE("600", "閲覧 API の、1 つのアカウントと証明書の 1 分あたりの要求数の上限（提案）"),
    SIGN_INS_PER_MINUTE("60", "1 つの接続元から 1 分あたりにサインインを試せる回数（提案）"),
    PROPOSALS("", "提案の切替え（docs/proposals.md）。名前=on か off、名前=数、CARD_ITEMS=項目+項目 をコンマ区切り"),
    OPENID_ISSUER("", "ご本人の認証の提供者（OpenID Connect）の URI。ないと、ご本人の画面を開けない"),
    OPENID_CLIENT("", "そのクライアント ID"),
    OPENID_PASSWORD("", "そのクライアントの秘密"),
    OPENID_ACR("", "提供者が、マイナンバーカードによる認証を示す値（ID トークンの acr）。いくつかあればコンマ区切り。ほかの値では入れない（提案）"),
    PROXY("", "TLS を終端する逆プロキシの IP アドレス。その Client-Cert ヘッダーだけを信じる（docs/operations.md）"),
    MAIL_SERVER("", "メールサーバ（smtp://ホスト:ポート または smtps://…）。smtp では STARTTLS を必ず求める。ないと、ワンタイムコードを送れない"),
    MAIL_FROM("", "差出人のメールアドレス"),
    MAIL_USER("", "メールサーバのユーザー"),
    MAIL_PASSWORD("", "そのパスワード");

    private final @Nullable String standard;
    private final String meaning;

    Setting(@Nullable String standard, String meaning) {
        this.standard = standard;
        this.meaning = meaning;
    }

    String variable() {
        return "KIBAN_" + name();
    }

    String meaning() {
        return meaning;
    }

    boolean isRequired() {
        return standard == null;
    }

    boolean isSecret() {
        return name().endsWith("PASSWORD");
    }

    boolean isSet(Map<String, String> environment) {
        return isInFile(environment)
                || !environment.getOrDefault(variable(), "").isBlank();
    }

    private boolean isInFile(Map<String, String> environment) {
        return isSecret() && !environment.getOrDefault(fileVariable(), "").isBlank();
    }

    /** Names a file with the secret, as vaults hand them out. */
    private String fileVariable() {
        return variable() + "_FILE";
    }

    /** As set, else the default, else empty. */
    String in(Map<String, String> environment) {
        if (isInFile(environment)) {
            return SecretFile.read(
                    fileVariable(),
                    Path.of(environment.getOrDefault(fileVariable(), "").strip()));
        }
        String otherwise = standard == null ? "" : standard;
        return isSet(environment) ? environment.getOrDefault(variable(), "").strip() : otherwise;
    }
}

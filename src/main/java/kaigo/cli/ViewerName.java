package kaigo.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import kaigo.access.ExplainedViewer;
import kaigo.access.PersonKey;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Job;
import org.jspecify.annotations.Nullable;

/** 閲覧者の書き方 of {@code explain}: {@code office:4479901003/keikaku} and its like. */
final class ViewerName {

    private static final String FORMS =
            "office:事業所番号/ユーザーID、clinic:医療機関コード/ユーザーID（どちらも、ユーザーID の代わりに @職種）、staff:保険者番号/ユーザーID、"
                    + "member:保険者番号/ユーザーID、operator:ユーザーID、insured、insured:保険者番号/被保険者番号 のどれかで書いてください。";

    private ViewerName() {}

    /** Throws CommandRefused with what is wrong and how it is right. */
    static ExplainedViewer parse(String typed, @Nullable String fingerprint) {
        int colon = typed.indexOf(':');
        String kind = (colon < 0 ? typed : typed.substring(0, colon)).toLowerCase(Locale.ROOT);
        String rest = colon < 0 ? "" : typed.substring(colon + 1);
        boolean institution = kind.equals("office") || kind.equals("clinic");
        if (fingerprint != null && !(institution && fingerprint.matches("[0-9a-f]{64}"))) {
            throw new CommandRefused("--certificate は、事業所・医療機関の証明書の指紋（半角の 0-9a-f、64 桁）です。./kiban cert list で見られます。"
                    + " / A fingerprint of 64 hexadecimal digits, of an office or a clinic only.");
        }
        return switch (kind) {
            case "office", "clinic" -> atInstitution(institution(kind, before(rest)), login(typed, rest), fingerprint);
            case "staff" -> new ExplainedViewer.Staff(insurer(before(rest)), login(typed, rest));
            case "member" -> new ExplainedViewer.Member(insurer(before(rest)), login(typed, rest));
            case "operator" -> new ExplainedViewer.Operator(login(typed, "/" + rest));
            case "insured" -> new ExplainedViewer.Insured(colon < 0 ? null : person("--viewer", rest));
            default ->
                throw new CommandRefused(
                        "--viewer「" + typed + "」の種類が分かりません。" + FORMS + " / An unknown kind of viewer.");
        };
    }

    static PersonKey person(String option, String typed) {
        String insured = after(typed);
        if (!InsuredNumber.hasForm(insured)) {
            throw new CommandRefused(option + "「" + typed
                    + "」は「保険者番号/被保険者番号」（6 桁/10 桁、例 442913/9000000058）ではありません。 / Write 6 digits, a slash, 10 digits.");
        }
        return new PersonKey(insurer(before(typed)), new InsuredNumber(insured));
    }

    /** {@code @職種} in place of a login: whoever there has it. A login never begins so. */
    private static ExplainedViewer atInstitution(InstitutionId id, String login, @Nullable String fingerprint) {
        if (!login.startsWith("@")) {
            return new ExplainedViewer.Institution(id, login, fingerprint);
        }
        return Arrays.stream(Job.values())
                .filter(job -> login.equals("@" + job) && fingerprint == null)
                .findFirst()
                .map(job -> new ExplainedViewer.Anybody(id, job))
                .orElseThrow(() -> new CommandRefused("「" + login + "」は職種ではないか、--certificate と一緒に指定されています。@"
                        + Arrays.stream(Job.values()).map(Job::name).collect(Collectors.joining("、@"))
                        + " のどれかを、--certificate なしで指定してください。 / One of these, without --certificate."));
    }

    private static InstitutionId institution(String kind, String number) {
        InstitutionId.Kind of = InstitutionId.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
        return InstitutionId.find(of, number)
                .orElseThrow(() -> new CommandRefused("「" + number
                        + "」は事業所番号・医療機関コードの形（10 桁。医療機関コードの 3 桁目は 1、3、4）ではありません。 / Ten digits are needed."));
    }

    private static InsurerNumber insurer(String number) {
        return Optional.of(number)
                .filter(InsurerNumber::hasForm)
                .map(InsurerNumber::new)
                .orElseThrow(() -> new CommandRefused(
                        "「" + number + "」は保険者番号（半角数字 6 桁）ではありません。 / An insurer's number has 6 digits."));
    }

    private static String login(String typed, String rest) {
        String login = after(rest);
        if (login.isBlank()) {
            throw new CommandRefused("--viewer「" + typed + "」にユーザーID がありません。" + FORMS + " / The user id is missing.");
        }
        return login;
    }

    private static String before(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? text : text.substring(0, slash);
    }

    private static String after(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? "" : text.substring(slash + 1);
    }
}

package kaigo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kaigo.certificates.CertificateFiles;
import kaigo.checkup.Checkup;
import kaigo.checkup.StepWords;
import kaigo.checkup.rules.Facts;
import kaigo.checkup.rules.Facts.Account;
import kaigo.checkup.rules.Facts.Certificate;
import kaigo.checkup.rules.Facts.Second;
import kaigo.checkup.rules.Found;
import kaigo.checkup.rules.WayIn;
import kaigo.identity.InstitutionAccount;
import kaigo.identity.InstitutionRole;
import kaigo.identity.RegisteredCertificate;
import kaigo.shared.InstitutionId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./kiban institution check}: every step of an institution's way in that can be seen from here. */
@Command(
        name = "check",
        description = {
            "事業所・医療機関がサインインできるまでの段階を順に確かめ、止まっている段階と、次にすることを示します（監査記録に残ります）。",
            "メールが届くか、ワンタイムコード・パスキーが使えるかは、ご本人が画面「準備の確認」（/office/check）で確かめます。",
            "Tests each step of an institution's way in, and names the one that fails."
        },
        footer = "終了コード / exit code: 0 止まっていない、1 止まっている、2 指定の誤り",
        mixinStandardHelpOptions = true)
final class InstitutionCheckCommand extends OperatorCommand {

    @Mixin
    private HolderOption holder = new HolderOption();

    @Option(names = "--login", paramLabel = "ユーザーID", description = "このアカウントも確かめます")
    private @Nullable String login;

    @Option(names = "--certificate", paramLabel = "ファイル", description = "この証明書（PEM）を確かめます（既定: 登録されているもの）")
    private @Nullable Path certificate;

    @Override
    public Integer call() throws IOException {
        InstitutionId id = holder.institution();
        X509Certificate shown = certificate == null
                ? null
                : CertificateFiles.readCertificates(certificate).getFirst();
        try (Operator operator = open()) {
            operator.record("WAY_IN_CHECKED", id, login == null ? Map.of() : Map.of("login", login));
            List<Found> steps = WayIn.steps(facts(operator, id, certificate(operator, id, shown)));
            steps.forEach(this::print);
            return WayIn.firstFailure(steps).isEmpty() ? 0 : 1;
        }
    }

    private void print(Found found) {
        out().println("[" + StepWords.result(found) + "] " + StepWords.title(found));
        StepWords.text(found).ifPresent(text -> out().println("    " + text));
        StepWords.next(found).ifPresent(text -> out().println("    → " + text));
    }

    private Facts facts(Operator operator, InstitutionId id, Certificate found) {
        Checkup checkup = operator.checkup();
        Facts.Place place = checkup.place(id);
        Optional<Facts.Towns> towns = Optional.of(checkup.towns(id));
        Facts none = Facts.none();
        if (login == null) {
            return new Facts(found, Optional.of(place), none.account(), none.mail(), none.second(), none.jobs(), towns);
        }
        Optional<InstitutionAccount> account = operator.institutionAccounts().find(id, login);
        return new Facts(
                found,
                Optional.of(place),
                account.map(checkup::account).orElse(Account.ABSENT),
                account.map(checkup::mail).orElse(Facts.Mail.OPEN),
                Second.OPEN,
                account.filter(one -> one.role() != InstitutionRole.OFFICE_USER)
                        .map(one -> !one.jobs().isEmpty()),
                towns);
    }

    /** Of the one that is given; else the best of those that are registered. */
    private static Certificate certificate(Operator operator, InstitutionId id, @Nullable X509Certificate shown) {
        if (shown != null) {
            List<X509Certificate> issuers = operator.issuers();
            boolean known = issuers.isEmpty() || issuers.stream().anyMatch(issuer -> signed(issuer, shown));
            return known ? Checkup.certificate(operator.certificates().check(shown), id) : Certificate.OTHER_ISSUER;
        }
        List<RegisteredCertificate.State> states = operator.certificates().list(id).stream()
                .map(one -> one.state(operator.now()))
                .toList();
        if (states.contains(RegisteredCertificate.State.VALID)) {
            return Certificate.GOOD;
        }
        if (states.contains(RegisteredCertificate.State.EXPIRED)) {
            return Certificate.EXPIRED;
        }
        return states.isEmpty() ? Certificate.UNKNOWN : Certificate.REVOKED;
    }

    private static boolean signed(X509Certificate issuer, X509Certificate certificate) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}

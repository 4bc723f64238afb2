package kaigo.checkup;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import kaigo.checkup.rules.Facts;
import kaigo.checkup.rules.Facts.Account;
import kaigo.checkup.rules.Facts.Certificate;
import kaigo.checkup.rules.Facts.Place;
import kaigo.checkup.rules.Facts.Towns;
import kaigo.identity.CertificateCheck;
import kaigo.identity.InstitutionAccount;
import kaigo.insured.UsersInsurers;
import kaigo.participants.Institutions;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.Days;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsurerNumber;
import org.springframework.stereotype.Component;

/** 準備の確認: the front door to the facts of an institution's way in. What of them may be shown, its caller decides. */
@Component
public class Checkup {

    private final Institutions institutions;
    private final Insurers insurers;
    private final UsersInsurers users;
    private final InstantSource clock;

    public Checkup(Institutions institutions, Insurers insurers, UsersInsurers users, InstantSource clock) {
        this.institutions = institutions;
        this.insurers = insurers;
        this.users = users;
        this.clock = clock;
    }

    /** A clinic needs no service: what it may see follows from the requests for its opinion. */
    public Place place(InstitutionId institution) {
        LocalDate today = Days.of(clock.instant());
        boolean services = institution.kind() == InstitutionId.Kind.CLINIC
                || !institutions.listServices(institution, today).isEmpty();
        return new Place(institutions.exists(institution), institutions.isActive(institution, today), services);
    }

    /** Those of the own users. */
    public Towns towns(InstitutionId institution) {
        LocalDate today = Days.of(clock.instant());
        List<InsurerNumber> own = users.list(institution);
        long started = own.stream()
                .filter(number -> insurers.find(number)
                        .map(Insurer::startedOn)
                        .filter(day -> !day.isAfter(today))
                        .isPresent())
                .count();
        return new Towns(own.size(), (int) started);
    }

    /** Of an account whose owner is known, or of whom an operator asks. */
    public Account account(InstitutionAccount account) {
        Instant now = clock.instant();
        if (!account.active()) {
            return Account.STOPPED;
        }
        if (account.isLocked(now)) {
            return Account.LOCKED;
        }
        if (account.isInitialOver(now)) {
            return Account.INITIAL_OVER;
        }
        return account.isPasswordInitial() ? Account.INITIAL : Account.GOOD;
    }

    /** @param meant of which institution it should be */
    public static Certificate certificate(CertificateCheck check, InstitutionId meant) {
        return switch (check) {
            case CertificateCheck.Accepted(InstitutionId holder, String fingerprint) ->
                holder.equals(meant) ? Certificate.GOOD : Certificate.OF_ANOTHER;
            case CertificateCheck.Accepted other -> Certificate.OF_NO_INSTITUTION;
            case CertificateCheck.Refused.REVOKED -> Certificate.REVOKED;
            case CertificateCheck.Refused.EXPIRED -> Certificate.EXPIRED;
            case CertificateCheck.Refused.UNKNOWN -> Certificate.UNKNOWN;
        };
    }

    /** What an operator may know of an account: everything but the mail and the second step, which its owner has to try. */
    public Facts.Mail mail(InstitutionAccount account) {
        return account.mail() == null ? Facts.Mail.NO_ADDRESS : Facts.Mail.ADDRESS;
    }
}

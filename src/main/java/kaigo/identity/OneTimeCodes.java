package kaigo.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import kaigo.mail.Mail;
import kaigo.mail.Mailer;
import kaigo.screens.ScreenText;
import org.springframework.stereotype.Component;

/** ワンタイムコード: six digits by mail, for one sign-in. */
@Component
public class OneTimeCodes {

    /** How long a code is good [P]. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;

    private final Mailer mailer;
    private final InstantSource clock;

    OneTimeCodes(Mailer mailer, InstantSource clock) {
        this.mailer = mailer;
        this.clock = clock;
    }

    /**
     * Throws {@link kaigo.mail.MailNotSent}.
     *
     * @param owner whose sign-in it is, as in the audit entries
     * @param credential of the password that was right
     */
    PendingSignIn send(String address, String owner, String credential, Told told) {
        String code = String.format("%06d", RANDOM.nextInt(CODES));
        String text = ScreenText.text("mail.code.text", code, ScreenText.text("mail.code.told." + told));
        mailer.send(new Mail(address, ScreenText.text("mail.code.subject"), text));
        return new PendingSignIn(owner, credential, code, clock.instant().plus(LIFE));
    }

    /** Whom somebody tells who did not ask for a code. */
    enum Told {
        OFFICE_ADMINISTRATOR,
        CLINIC_ADMINISTRATOR,
        /** Of whoever administers, there is nobody else; and of staff. */
        OPERATOR,
        /** Of a 委員. */
        INSURER;

        static Told by(InstitutionAccount account) {
            if (account.role() != InstitutionRole.GENERAL) {
                return OPERATOR;
            }
            return switch (account.institution().kind()) {
                case OFFICE -> OFFICE_ADMINISTRATOR;
                case CLINIC -> CLINIC_ADMINISTRATOR;
            };
        }
    }
}

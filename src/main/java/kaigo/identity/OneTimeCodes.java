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
    PendingSignIn send(String address, String owner, String credential) {
        String code = String.format("%06d", RANDOM.nextInt(CODES));
        mailer.send(new Mail(address, ScreenText.text("mail.code.subject"), ScreenText.text("mail.code.text", code)));
        return new PendingSignIn(owner, credential, code, clock.instant().plus(LIFE));
    }
}

package kaigo.checkup.web;

import kaigo.checkup.rules.Facts.Account;
import kaigo.checkup.rules.Facts.Mail;
import kaigo.checkup.rules.Facts.Second;
import kaigo.identity.PendingSignIn;
import org.jspecify.annotations.Nullable;

/**
 * 試した段階: what this browser has tried, kept in its session.
 *
 * @param fingerprint of the certificate with which it was tried; with another one it is worth nothing
 * @param pending while the code is awaited, else null
 */
record TriedSteps(
        String fingerprint,
        String login,
        Account account,
        Mail mail,
        Second second,
        @Nullable PendingSignIn pending) {

    TriedSteps with(Second now, @Nullable PendingSignIn stillPending) {
        return new TriedSteps(fingerprint, login, account, mail, now, stillPending);
    }

    @Override
    public String toString() {
        return "TriedSteps[…]";
    }
}

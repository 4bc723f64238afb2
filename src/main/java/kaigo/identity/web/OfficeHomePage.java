package kaigo.identity.web;

import java.util.List;
import java.util.Set;
import kaigo.identity.DaysWork.Waiting;
import kaigo.identity.Passkey;
import kaigo.identity.WholePasswords;
import kaigo.screens.Field;
import kaigo.screens.InstitutionUser;
import kaigo.shared.Job;
import org.jspecify.annotations.Nullable;

/**
 * What the first page of an institution shows.
 *
 * @param waiting what waits in the institution's own list; empty beside a problem
 * @param message what was done just now, or null
 * @param problem why a passkey was not taken away, or null
 */
public record OfficeHomePage(
        InstitutionUser user,
        OfficeCertificate certificate,
        Set<Job> jobs,
        List<Waiting> waiting,
        List<Passkey> passkeys,
        @Nullable String message,
        @Nullable String problem) {

    /** The name of a passkey to be made. */
    public Field label() {
        return Field.of("label", "text", 40);
    }

    /** Typed again before one is made. */
    public Field password() {
        return Field.of("passkeyPassword", "password", WholePasswords.FIELD).completedBy("current-password");
    }

    /** Typed again before one is taken away. */
    public Field removalPassword() {
        Field field =
                Field.of("removalPassword", "password", WholePasswords.FIELD).completedBy("current-password");
        return problem == null ? field : field.wrong(problem);
    }
}

package kaigo.identity.web;

import java.util.List;
import java.util.Set;
import kaigo.identity.Passkey;
import kaigo.screens.Field;
import kaigo.screens.InstitutionUser;
import kaigo.shared.Job;

/** What the first page of an institution shows. */
public record OfficeHomePage(
        InstitutionUser user, OfficeCertificate certificate, Set<Job> jobs, List<Passkey> passkeys) {

    /** The name of a passkey to be made. */
    public Field label() {
        return Field.of("label", "text", 40);
    }
}

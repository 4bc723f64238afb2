package kaigo.identity;

import java.time.LocalDate;
import kaigo.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/**
 * 期限が近い証明書, or none, of an institution that has accounts.
 *
 * @param lastDay null if it has no good one
 * @param administrators who can be told by mail
 * @param told the last step at which one of them was told, or null
 */
public record EndingCertificate(
        InstitutionId institution,
        String name,
        @Nullable LocalDate lastDay,
        int administrators,
        @Nullable Integer told) {}

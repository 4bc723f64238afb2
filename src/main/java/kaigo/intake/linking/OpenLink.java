package kaigo.intake.linking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;

/**
 * A person whose key is being asked for, leased to the caller.
 *
 * @param receipt file of the record that asked, and {@code line} its 連番: the answer counts only for that record
 * @param sealedId sealed bytes of that file, where the key of {@code sealedNumber} lies
 * @param asked since when the key is asked for
 */
record OpenLink(
        InsurerNumber insurer,
        String insuredNumber,
        long receipt,
        int line,
        UUID sealedId,
        byte[] sealedNumber,
        Instant asked,
        int attempts,
        @Nullable LocalDate birthDate,
        String sex) {}

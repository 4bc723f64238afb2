package kaigo.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 包括同意の読み手. The gate fetches the facts with all others in one round trip; what they mean, the room of consent says
 * (settled 13: no arrow to it).
 */
public interface ConsentReading {

    /**
     * @param lines rows of {@code consent.facts} of one person, a JSON array
     * @param applications rows of {@code certification.facts}, likewise
     * @param lostOn 資格喪失日
     */
    boolean isInForce(String lines, String applications, @Nullable LocalDate lostOn, LocalDate day);
}

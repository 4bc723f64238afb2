package kaigo.access;

import java.time.LocalDate;
import java.util.List;
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

    /** The same answer, and how it comes about. */
    Explained explain(String lines, String applications, @Nullable LocalDate lostOn, LocalDate day);

    /**
     * @param standing name of the state
     * @param verdicts what became of each line, in their order; texts: {@code verdict.NAME} in messages_ja.properties
     * @param chain the applications on which the consent rests, one after the other
     */
    record Explained(
            boolean inForce,
            String standing,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            List<String> verdicts,
            List<Link> chain) {}

    /** @param anew 新規 by law */
    record Link(
            LocalDate filedOn,
            boolean anew,
            @Nullable LocalDate validTo,
            @Nullable LocalDate endedOn) {}
}

package kaigo.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 包括同意の読み手. The gate fetches the facts with all others in one round trip; what they mean, the room of consent says
 * (settled 13: no arrow to it).
 */
public interface ConsentReading {

    /** @param lostOn 資格喪失日 */
    boolean isInForce(List<Line> lines, List<Filed> applications, @Nullable LocalDate lostOn, LocalDate day);

    /**
     * A row of {@code consent.facts}.
     *
     * @param act GRANT, REFUSE or WITHDRAW
     * @param byForm the consent column of an application form says so
     * @param filedOn 申請日 of that form
     * @param heardAt when the platform itself took it down
     */
    record Line(
            String act,
            LocalDate actedOn,
            boolean byForm,
            @Nullable LocalDate filedOn,
            @Nullable Instant heardAt,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /**
     * A row of {@code certification.facts}.
     *
     * @param historyNo 要介護認定履歴番号
     * @param anew 新規 by law
     * @param validTo last day of the 有効期間, if it was certified
     * @param endedOn day of 却下, 取下げ or 非該当
     */
    record Filed(
            String historyNo,
            LocalDate filedOn,
            boolean anew,
            @Nullable LocalDate certifiedOn,
            @Nullable LocalDate validTo,
            @Nullable LocalDate endedOn) {}

    /**
     * The same answer, and how it comes about.
     *
     * @param lines rows of {@code consent.explained}, a JSON array
     * @param applications rows of {@code certification.facts}, likewise
     */
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

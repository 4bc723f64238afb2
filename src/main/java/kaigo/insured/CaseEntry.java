package kaigo.insured;

import java.time.Instant;
import kaigo.insured.rules.LinkChoice;
import org.jspecify.annotations.Nullable;

/**
 * 対応の記録の一件.
 *
 * @param number order within the person's case, from 1
 * @param step name of the question, or of the end at which a lasting state was recorded
 * @param by as the audit stream names the person
 * @param isCurrent answered for the record that the link now rests on, and not taken back
 */
public record CaseEntry(
        int number,
        String step,
        LinkChoice choice,
        @Nullable String note,
        String by,
        Instant at,
        boolean isTakenBack,
        boolean isCurrent) {}

package kaigo.opinion.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kaigo.api.Envelope.Fault;
import kaigo.opinion.Letter;
import kaigo.opinion.Letter.Answered;
import kaigo.opinion.rules.LetterAct;
import kaigo.opinion.rules.LetterState;
import kaigo.shared.Days;
import org.jspecify.annotations.Nullable;

/**
 * 主治医意見書, as the institution that writes it sees it.
 *
 * @param saved how often, for whoever acts on it next
 * @param acts what its state allows
 * @param items of one alone
 * @param wrong what is still missing or cannot be right; of a draft alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Opinion(
        UUID id,
        String insurerNumber,
        String insuredNumber,
        LocalDate requestedOn,
        LetterState state,
        int version,
        int saved,
        boolean onPaper,
        List<LetterAct> acts,
        @Nullable OffsetDateTime sentAt,
        @Nullable Answer answer,
        @Nullable Map<String, String> items,
        @Nullable List<Fault> wrong) {

    static Opinion of(Letter letter) {
        return new Opinion(
                letter.id(),
                letter.person().insurer().value(),
                letter.person().insured().value(),
                letter.requestedOn(),
                letter.state(),
                letter.version(),
                letter.saved(),
                letter.onPaper(),
                Arrays.stream(LetterAct.values()).filter(letter::can).toList(),
                at(letter.sentAt()),
                Answer.of(letter.answered()),
                null,
                null);
    }

    Opinion with(Map<String, String> said, @Nullable List<Fault> problems) {
        return new Opinion(
                id,
                insurerNumber,
                insuredNumber,
                requestedOn,
                state,
                version,
                saved,
                onPaper,
                acts,
                sentAt,
                answer,
                said,
                problems);
    }

    @Override
    public String toString() {
        return "Opinion[" + id + "]";
    }

    /** What the municipality said; reason and remark of a 差戻し. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            OffsetDateTime at,
            @Nullable String reason,
            @Nullable String remark) {
        static @Nullable Answer of(@Nullable Answered answered) {
            return answered == null
                    ? null
                    : new Answer(
                            Objects.requireNonNull(Opinion.at(answered.at())),
                            answered.reason() == null ? null : answered.reason().name(),
                            answered.remark().isEmpty() ? null : answered.remark());
        }

        @Override
        public String toString() {
            return "Answer[…]";
        }
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : Days.moment(instant);
    }
}

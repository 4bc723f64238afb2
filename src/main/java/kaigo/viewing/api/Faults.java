package kaigo.viewing.api;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kaigo.access.CheckAnswer;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Reason;
import kaigo.api.Envelope.Fault;
import kaigo.filing.FilingAnswer;
import kaigo.filing.FilingReply;
import kaigo.shared.Messages;
import org.jspecify.annotations.Nullable;

/** 業務エラー: why there is nothing to answer, with what to do. */
final class Faults {

    private Faults() {}

    static Fault of(Reason reason, @Nullable String item) {
        return new Fault(reason.name(), item, reason.sentence(), reason.nextStep());
    }

    /** Why a kind is not shown, or null. */
    static @Nullable Fault find(Kind kind, Decision decision) {
        return switch (decision) {
            case Decision.Allowed allowed -> null;
            case Decision.Refused(Reason reason) -> of(reason, kind.name());
        };
    }

    /** Of these kinds, of those that are not shown. */
    static List<Fault> list(Set<Kind> kinds, Map<Kind, Decision> decisions) {
        return kinds.stream()
                .map(kind -> find(kind, Objects.requireNonNull(decisions.get(kind))))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Of a kind that is allowed but absent: the person went a moment ago, as if it had never been there. */
    static Fault refusal(Kind kind, Map<Kind, Decision> decisions) {
        Fault fault = find(kind, Objects.requireNonNull(decisions.get(kind)));
        return fault == null ? of(Reason.NOT_VERIFIED, kind.name()) : fault;
    }

    /** @param startsOn 利用開始日, told to whoever is refused because it has not come */
    static Fault of(CheckAnswer answer, @Nullable LocalDate startsOn) {
        String sentence = answer == CheckAnswer.MUNICIPALITY_NOT_STARTED && startsOn != null
                ? answer.sentence() + MessageFormat.format(Messages.of("check.STARTS_ON"), startsOn.toString())
                : answer.sentence();
        return new Fault(answer.name(), null, sentence, answer.nextStep());
    }

    /** Of a municipality that takes nothing yet, with its day. */
    static Fault of(FilingReply refused) {
        FilingAnswer answer = refused.answer();
        return new Fault(answer.name(), null, refused.sentence(), answer.nextStep());
    }
}

package kaigo.viewing.api;

import java.text.MessageFormat;
import java.time.LocalDate;
import kaigo.access.CheckAnswer;
import kaigo.access.rules.Reason;
import kaigo.api.Envelope.Fault;
import kaigo.shared.Messages;
import org.jspecify.annotations.Nullable;

/** 業務エラー: why there is nothing to answer, with what to do. */
final class Faults {

    private Faults() {}

    static Fault of(Reason reason, @Nullable String item) {
        return new Fault(reason.name(), item, reason.sentence(), reason.nextStep());
    }

    /** @param startsOn 利用開始日, told to whoever is refused because it has not come */
    static Fault of(CheckAnswer answer, @Nullable LocalDate startsOn) {
        String sentence = answer == CheckAnswer.MUNICIPALITY_NOT_STARTED && startsOn != null
                ? answer.sentence() + MessageFormat.format(Messages.of("check.STARTS_ON"), startsOn.toString())
                : answer.sentence();
        return new Fault(answer.name(), null, sentence, answer.nextStep());
    }

    /** @param item where in the request, a JSON pointer or the name of a parameter */
    static Fault wrong(String item) {
        return new Fault("VALUE_WRONG", item, Messages.of("api.VALUE_WRONG"), Messages.of("api.VALUE_WRONG.next"));
    }
}

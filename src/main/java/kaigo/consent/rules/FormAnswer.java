package kaigo.consent.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 認定申請書の同意欄: what the record of an application (M07, M08) says. It is sent again every day; of what was said about one
 * application the last holds (rulings 19, 20).
 *
 * @param historyNo 要介護認定履歴番号
 * @param appliedOn 申請日
 * @param consentOn 同意取得日, if known
 */
public record FormAnswer(
        String historyNo,
        LocalDate appliedOn,
        boolean given,
        @Nullable LocalDate consentOn) {

    /** @param received in the order of receipt */
    public static List<ConsentEvent> events(Collection<FormAnswer> received) {
        Map<String, FormAnswer> last = new LinkedHashMap<>();
        received.forEach(answer -> last.put(answer.historyNo(), answer));
        return last.values().stream().flatMap(answer -> answer.event().stream()).toList();
    }

    /** None on an old form: neither its あり nor its なし is about the 包括同意. Dated by 同意取得日, else 申請日. */
    Optional<ConsentEvent> event() {
        LocalDate on = consentOn == null ? appliedOn : consentOn;
        if (appliedOn.isBefore(ConsentEvent.BEGINNING) || on.isBefore(ConsentEvent.BEGINNING)) {
            return Optional.empty();
        }
        return Optional.of(ConsentEvent.recorded(given ? ConsentAct.GRANT : ConsentAct.REFUSE, on));
    }
}

package kaigo.viewing.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Reason;
import kaigo.screens.ScreenText;

/**
 * 表示できない情報: what is not shown, why, and what to do next, in the reason's own words.
 *
 * @param what the kinds of information that one reason keeps back
 */
public record Refusal(Reason reason, List<String> what) {

    /** Of these kinds those that are refused, by their reasons. */
    static List<Refusal> list(Set<Kind> kinds, Map<Kind, Decision> decisions) {
        Map<Reason, List<String>> byReason = new LinkedHashMap<>();
        kinds.forEach(kind -> {
            if (Objects.requireNonNull(decisions.get(kind)) instanceof Decision.Refused(Reason reason)) {
                byReason.computeIfAbsent(reason, key -> new ArrayList<>()).add(ScreenText.text("kind." + kind));
            }
        });
        return byReason.entrySet().stream()
                .map(one -> new Refusal(one.getKey(), one.getValue()))
                .toList();
    }
}

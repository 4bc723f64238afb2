package kaigo.rollout;

import java.util.List;
import kaigo.participants.Insurer;
import kaigo.rollout.rules.Setup;

/**
 * 初期セットアップの状況, as its page and the API show it.
 *
 * @param counts per interface; empty where persons' records are not the viewer's business (operator)
 * @param filesOpen files of the set-up whose records are still being registered
 * @param events newest first
 * @param started 利用開始日 is reached
 */
public record SetupView(
        Insurer insurer,
        Setup setup,
        List<CountRow> counts,
        boolean filesOpen,
        List<SetupEvent> events,
        boolean started) {

    /** A set-up of which nothing came has nothing to agree on. */
    public boolean countsAgree() {
        return counts.stream().anyMatch(row -> row.held().registered() > 0)
                && counts.stream().allMatch(CountRow::agrees);
    }
}

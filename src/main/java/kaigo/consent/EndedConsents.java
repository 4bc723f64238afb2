package kaigo.consent;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.Looked;
import kaigo.access.Purpose;
import kaigo.consent.EndedConsentStore.Ledger;
import kaigo.shared.Days;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 申請書のなしで終わった同意: whose earlier consent, an office's perhaps, ended because the form of a newer application says なし
 * (rulings 20). For the municipality, which can ask whether the person meant it.
 */
@Component
public class EndedConsents {

    /** Ledgers that are judged at once. */
    private static final int PAGE = 1_000;

    private final Gate gate;
    private final EndedConsentStore store;
    private final InstantSource clock;

    EndedConsents(Gate gate, EndedConsentStore store, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.clock = clock;
    }

    /** @param next 被保険者番号 behind which the list goes on, or null at its end */
    public record Page(List<EndedConsent> rows, @Nullable String next) {}

    /** In the order of the numbers, as it stands today. */
    public Page list(InsurerViewer viewer, String after, int limit) {
        LocalDate today = Days.of(clock.instant());
        return gate.look(viewer, Purpose.LIST_ENDED_CONSENTS, permit -> {
            Page page = find(permit, after, limit, today);
            return new Looked<>(
                    page, page.rows().stream().map(row -> row.insured().value()).toList());
        });
    }

    private Page find(InsurerPermit permit, String after, int limit, LocalDate today) {
        List<EndedConsent> found = new ArrayList<>();
        String last = after;
        List<Ledger> ledgers;
        do {
            ledgers = store.listRefused(permit, last, PAGE);
            for (Ledger ledger : ledgers) {
                if (found.size() == limit) {
                    return new Page(found, last);
                }
                ledger.ended(today).ifPresent(found::add);
                last = ledger.insured().value();
            }
        } while (ledgers.size() == PAGE);
        return new Page(found, null);
    }
}

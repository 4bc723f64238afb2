package kaigo.filing;

import java.util.List;
import java.util.Objects;
import kaigo.access.InsurerPermit;
import kaigo.access.PersonKey;
import kaigo.insured.ListedChanges;
import kaigo.outbox.AnswerListener;
import kaigo.outbox.OutboxItem;
import kaigo.shared.InsuredNumber;
import org.springframework.stereotype.Component;

/** What a municipality answers to a filing is news to the offices in whose lists the person stands. */
@Component
class AnsweredFilings implements AnswerListener {

    private final ListedChanges changes;

    AnsweredFilings(ListedChanges changes) {
        this.changes = changes;
    }

    @Override
    public String interfaceId() {
        return P04Record.INTERFACE;
    }

    @Override
    public void answered(InsurerPermit permit, OutboxItem item) {
        InsuredNumber insured = new InsuredNumber(Objects.requireNonNull(item.insuredNumber()));
        changes.note(permit, List.of(new PersonKey(permit.insurer(), insured)));
    }
}

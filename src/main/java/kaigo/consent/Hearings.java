package kaigo.consent;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import kaigo.access.ConsentAnswer;
import kaigo.access.ConsentGate;
import kaigo.access.ConsentPermit;
import kaigo.access.PersonKey;
import kaigo.consent.rules.ConsentAct;
import kaigo.insured.ListedChanges;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.Row;
import kaigo.layout.items.P05;
import kaigo.outbox.Outbox;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import org.springframework.stereotype.Component;

/**
 * 口頭の同意: an office takes a person's consent in place of the municipality (rulings 22 to 24). The ledger's line and what
 * tells the municipality of it (P05) are one transaction.
 */
@Component
public class Hearings {

    /** Of 同意を確認できない: the longest note. */
    public static final int LONGEST_REASON = 200;

    private static final Layout LAYOUT = Layouts.newest("P05").orElseThrow();
    private static final int FIRST_LINE = 2;
    private static final String NEW = "1";
    private static final String BY_OFFICE = "3";

    private final ConsentGate gate;
    private final HearingStore store;
    private final Outbox outbox;
    private final ListedChanges changes;
    private final InstantSource clock;

    Hearings(ConsentGate gate, HearingStore store, Outbox outbox, ListedChanges changes, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.outbox = outbox;
        this.changes = changes;
        this.clock = clock;
    }

    /** Throws IllegalArgumentException for a day to come, or one before the 包括同意 began. */
    public ConsentAnswer hear(InstitutionViewer viewer, PersonKey person, Hearing heard) {
        Instant now = clock.instant();
        ConsentText text = ConsentText.on(heard.on()).orElseThrow(() -> new IllegalArgumentException("too early"));
        if (heard.on().isAfter(Days.of(now))) {
            throw new IllegalArgumentException("not yet");
        }
        return gate.hear(viewer, person, heard.act().name(), permit -> {
            store.add(permit, viewer, heard, text.version(), now).ifPresent(number -> {
                outbox.put(permit, permit.person(), record(permit, heard, number, now), now);
                changes.note(permit, List.of(permit.person()));
            });
        });
    }

    /** Whether this viewer may take the person's consent, for a page of that person that it may see. */
    public ConsentAnswer ask(InstitutionViewer viewer, PersonKey person) {
        return gate.ask(viewer, person);
    }

    /** 同意を確認できない: a note with its reason, for the office and the insurer to read. It opens nothing and is not sent. */
    public ConsentAnswer note(InstitutionViewer viewer, PersonKey person, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason of 1 to " + LONGEST_REASON + " characters is needed");
        }
        return gate.hear(
                viewer, person, "UNCONFIRMED", permit -> store.addNote(permit, viewer, reason, clock.instant()));
    }

    private static Row record(ConsentPermit permit, Hearing heard, int number, Instant now) {
        LocalDate on = heard.on();
        Row row = LAYOUT.newRow(FIRST_LINE);
        row.set(P05.UPDATE_TYPE, NEW);
        row.set(P05.INSURER_NUMBER, permit.person().insurer().value());
        row.set(P05.INSURED_NUMBER, permit.person().insured().value());
        row.set(P05.HISTORY_NO, String.valueOf(number));
        row.set(P05.SOURCE_UPDATED_AT, LocalDateTime.ofInstant(now, Days.JAPAN));
        row.set(P05.CONSENT_TYPE, code(heard.act()));
        row.set(P05.CONSENT_ON, on);
        row.set(P05.ROUTE, BY_OFFICE);
        row.set(P05.OFFICE_NUMBER, permit.office().number());
        row.set(P05.STAFF_ID, permit.recorder().value());
        row.set(P05.VALID_FROM, on);
        return row;
    }

    private static String code(ConsentAct act) {
        return switch (act) {
            case GRANT -> "1";
            case REFUSE -> "2";
            case WITHDRAW -> "3";
        };
    }
}

package kaigo.accesslog.rules;

import static kaigo.accesslog.rules.Handling.HIDDEN;
import static kaigo.accesslog.rules.Handling.OWN;
import static kaigo.accesslog.rules.Handling.SHOWN;

import java.util.List;
import kaigo.audit.AuditEvent;

/** 話題: what an entry is about, and in whose logs such entries stand at all. OWN: as far as it is the reader's own. */
public enum Topic {
    // SELF, PROXY, MUNICIPALITY, INSTITUTION, OPERATOR
    /** Something of a person left, or was changed. */
    LOOK(OWN, OWN, OWN, OWN, SHOWN),
    /** Somebody tried, and nothing left: the person is told how many, not who (a number may have been guessed). */
    TRY(HIDDEN, HIDDEN, OWN, OWN, SHOWN),
    /** Nobody's record: files, counts, set-up. */
    WORK(HIDDEN, HIDDEN, OWN, OWN, SHOWN),
    /** Sign-in and out. What the insured do on their own page is nobody's business but theirs. */
    SIGN_IN(OWN, HIDDEN, OWN, OWN, SHOWN),
    /** Refused before the gate: nothing was asked of anybody. */
    REFUSAL(HIDDEN, HIDDEN, OWN, OWN, SHOWN),
    /** Accounts, certificates, keys. */
    ACCOUNT(HIDDEN, HIDDEN, OWN, OWN, SHOWN),
    /** A log was read: by an office its own doings, by the insured its own record. */
    LOG(OWN, HIDDEN, HIDDEN, OWN, SHOWN),
    /** A job of the platform; its data reach nobody. */
    JOB(HIDDEN, HIDDEN, HIDDEN, HIDDEN, SHOWN);

    private final List<Handling> cells;

    Topic(Handling self, Handling proxy, Handling municipality, Handling institution, Handling operator) {
        this.cells = List.of(self, proxy, municipality, institution, operator);
    }

    public Handling of(ReaderKind reader) {
        return cells.get(reader.ordinal());
    }

    static Topic of(Entry entry) {
        return switch (entry.event()) {
            case SIGNED_IN, SIGN_IN_REFUSED, CODE_SENT, SIGNED_OUT -> SIGN_IN;
            case TOKEN_REFRESHED -> SIGN_IN;
            case REQUEST_REFUSED -> REFUSAL;
            case PASSKEY_ADDED, PASSKEY_REMOVED, PASSWORD_CHANGED, WAY_IN_CHECKED -> SIGN_IN;
            case INSURER_LOOKED, INSURER_ACTED, FILE_LOOKED, LIST_LOOKED, LETTERS_LOOKED -> record(entry);
            case MATERIAL_LOOKED, MATERIAL_WRITTEN -> record(entry);
            case PERSON_CHECKED, VIEWING_ENDED, CONSENT_HEARD, FILING_MADE, LETTER_WRITTEN, DECISION_EXPLAINED ->
                record(entry);
            case LOG_LOOKED -> LOG;
            case OPERATOR_ACTED, STAFF_CHANGED -> ACCOUNT;
            case JOB_RAN -> JOB;
        };
    }

    private static Topic record(Entry entry) {
        if (!entry.tried().isEmpty()) {
            return TRY;
        }
        boolean ofPersons = !entry.persons().isEmpty()
                || entry.event() == AuditEvent.LIST_LOOKED
                || entry.event() == AuditEvent.LETTERS_LOOKED;
        return ofPersons ? LOOK : WORK;
    }
}

package kaigo.accesslog.rules;

import static kaigo.accesslog.rules.Handling.HIDDEN;
import static kaigo.accesslog.rules.Handling.OWN;
import static kaigo.accesslog.rules.Handling.SHOWN;
import static kaigo.accesslog.rules.Handling.UNLESS_INQUIRY;
import static kaigo.accesslog.rules.Handling.UNLESS_PROTECTED;

import java.util.List;

/** 項目: what of an entry each reader is shown, once the entry stands in the log at all. What is not listed here is never shown. */
public enum Facet {
    // SELF, PROXY, MUNICIPALITY, INSTITUTION, OPERATOR
    /** Which office, clinic or insurer. */
    ORGANISATION(SHOWN, UNLESS_PROTECTED, SHOWN, SHOWN, SHOWN),
    /** 職種 at that time. */
    JOBS(SHOWN, UNLESS_PROTECTED, SHOWN, SHOWN, SHOWN),
    /** Whose account. Staff of others appear by organisation and 職種; their own administrator resolves the request id. */
    LOGIN(HIDDEN, HIDDEN, OWN, OWN, SHOWN),
    /** 被保険者番号. */
    PERSONS(OWN, OWN, OWN, SHOWN, HIDDEN),
    /** How many persons. */
    COUNT(HIDDEN, HIDDEN, OWN, SHOWN, SHOWN),
    /** Kinds that were opened, with the ground. */
    GRANTED(SHOWN, SHOWN, SHOWN, SHOWN, SHOWN),
    /** Kinds that stayed closed, and answers of a try, with the reason. */
    REFUSED(HIDDEN, HIDDEN, SHOWN, SHOWN, SHOWN),
    /** What was said about the consent. Who said it stands in no log. */
    ACT(SHOWN, HIDDEN, SHOWN, SHOWN, HIDDEN),
    /** 目的 of an insurer's look. */
    PURPOSE(SHOWN, SHOWN, SHOWN, HIDDEN, UNLESS_INQUIRY),
    /** Why a sign-in was refused, and what was done to which account. */
    ACCOUNT(HIDDEN, HIDDEN, SHOWN, SHOWN, SHOWN),
    /** 接続元. Where somebody's machine stands is its operator's business only, not that of whom it looked at, nor a colleague's. */
    REMOTE(HIDDEN, HIDDEN, HIDDEN, HIDDEN, SHOWN);

    private final List<Handling> cells;

    Facet(Handling self, Handling proxy, Handling municipality, Handling institution, Handling operator) {
        this.cells = List.of(self, proxy, municipality, institution, operator);
    }

    public Handling of(ReaderKind reader) {
        return cells.get(reader.ordinal());
    }
}

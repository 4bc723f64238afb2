package kaigo.access;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;

/**
 * 一人の許し: the file of one person at one insurer, with a decision for each kind that was asked for. A store asks for its
 * kind; what was refused it answers like what is not there.
 */
public final class FilePermit extends Ending implements Permit {

    private final InsurerNumber insurer;
    private final InsuredNumber insured;
    private final Map<Kind, Decision> decisions;
    private final Within within;

    /**
     * What bounds the records of a kind that is shown.
     *
     * @param certified 要介護認定履歴番号 of the applications that are certified
     * @param addressOpen no 支援措置: where the person lives may leave
     * @param today a decision of a day to come is not told
     */
    record Within(Set<String> certified, boolean addressOpen, LocalDate today) {}

    FilePermit(PersonKey person, Map<Kind, Decision> decisions, Within within) {
        this.insurer = person.insurer();
        this.insured = person.insured();
        this.decisions = new EnumMap<>(decisions);
        this.within = within;
    }

    /** Throws IllegalStateException once the look is over. */
    public InsurerNumber insurer() {
        requireOpen();
        return insurer;
    }

    public InsuredNumber insured() {
        requireOpen();
        return insured;
    }

    public boolean shows(Kind kind) {
        requireOpen();
        Decision decision = decisions.get(kind);
        return decision != null && decision.isAllowed();
    }

    /** 要介護認定履歴番号 whose 調査票, 意見書 and 審査会資料 may be read (rulings 3). */
    public Set<String> certified() {
        requireOpen();
        return within.certified();
    }

    /** False under 支援措置: what tells where the person lives is for the insurer's eyes only. */
    public boolean addressOpen() {
        requireOpen();
        return within.addressOpen();
    }

    /** The day in Japan on which the look is allowed. */
    LocalDate today() {
        requireOpen();
        return within.today();
    }

    Map<Kind, Decision> decisions() {
        return decisions;
    }
}

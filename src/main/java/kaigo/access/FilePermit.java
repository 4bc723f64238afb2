package kaigo.access;

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
    private final Set<String> certified;

    FilePermit(InsurerNumber insurer, InsuredNumber insured, Map<Kind, Decision> decisions, Set<String> certified) {
        this.insurer = insurer;
        this.insured = insured;
        this.decisions = new EnumMap<>(decisions);
        this.certified = certified;
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
        return certified;
    }

    Map<Kind, Decision> decisions() {
        return decisions;
    }
}

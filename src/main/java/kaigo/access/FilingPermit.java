package kaigo.access;

import java.util.List;
import kaigo.shared.InstitutionId;

/** 届け出る許し: one office, for one person in its list. Lets a filing be made or ended; it reads nothing that reaches an answer. */
public final class FilingPermit extends Ending implements Permit {

    private final InstitutionId office;
    private final List<String> services;
    private final PersonKey person;
    private final boolean applied;

    /** @param applied an application of the person waits for its decision */
    FilingPermit(InstitutionId office, List<String> services, PersonKey person, boolean applied) {
        this.office = office;
        this.services = List.copyOf(services);
        this.person = person;
        this.applied = applied;
    }

    /** Throws IllegalStateException once the act is over. */
    public InstitutionId office() {
        requireOpen();
        return office;
    }

    /** サービス種類コード of the office, of today. */
    public List<String> services() {
        requireOpen();
        return services;
    }

    public PersonKey person() {
        requireOpen();
        return person;
    }

    /** 申請中: the level may become another. */
    public boolean hasApplied() {
        requireOpen();
        return applied;
    }
}

package kaigo.access.rules;

import java.util.List;
import java.util.Set;
import kaigo.shared.Job;

/** 閲覧者と本人の関係: what the rule knows of the viewer, and of its relation to this person. */
public sealed interface Viewpoint {

    /** @param self the viewer is the person, or represents it */
    record Insured(boolean self) implements Viewpoint {}

    /** @param ownInsured the record is of the viewer's own insurer */
    record Municipality(boolean ownInsured) implements Viewpoint {}

    /**
     * @param services classes of what the office offers today; empty: none, so it sees nothing
     * @param requests to this office, if it is a 介護老人保健施設 or 介護医療院
     */
    record Office(Set<ServiceClass> services, Set<Job> jobs, Verification verification, List<OpinionRequest> requests)
            implements Viewpoint {}

    record Clinic(Set<Job> jobs, List<OpinionRequest> requests) implements Viewpoint {}

    /** @param ownMeeting a meeting of the viewer's that has not ended holds the case */
    record Member(boolean ownMeeting) implements Viewpoint {}

    record Operator() implements Viewpoint {}

    /** 本人確認 by this office, and its 閲覧有効期限. */
    enum Verification {
        NONE,
        EXPIRED,
        VALID
    }
}

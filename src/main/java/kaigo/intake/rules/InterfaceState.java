package kaigo.intake.rules;

/** 一日の連携の状況, by interface: what a municipality checks off (proposed, ours). */
public enum InterfaceState {
    /** Sent on other days, not on this. */
    NOT_YET,
    RECEIVED,
    WORKING,
    FAILED,
    /** Registered but for records that wait for their M01. */
    WAITING,
    DONE;

    /**
     * @param files received on the day
     * @param untouched of them, those that nobody has begun with
     * @param working of them, those that are not through
     * @param toDo records that have to be mended, and files that have to be sent anew
     * @param waiting records that wait for their M01
     */
    public record Facts(int files, int untouched, int working, int toDo, int waiting) {}

    /** What somebody has to act upon comes before what goes on by itself. */
    public static InterfaceState of(Facts facts) {
        if (facts.files() == 0) {
            return NOT_YET;
        }
        if (facts.toDo() > 0) {
            return FAILED;
        }
        if (facts.untouched() == facts.files()) {
            return RECEIVED;
        }
        if (facts.working() > 0) {
            return WORKING;
        }
        return facts.waiting() > 0 ? WAITING : DONE;
    }
}

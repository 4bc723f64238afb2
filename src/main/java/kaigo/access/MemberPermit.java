package kaigo.access;

import java.util.UUID;
import kaigo.shared.InsurerNumber;
import kaigo.shared.MemberViewer;

/** 委員の許し: a 委員 and one meeting that is open to him, with what is his own there; as 合議体長 also how the members' levels differ. */
public final class MemberPermit extends Ending implements Permit {

    private final MemberViewer viewer;
    private final UUID meeting;
    private final boolean chair;

    MemberPermit(MemberViewer viewer, UUID meeting, boolean chair) {
        this.viewer = viewer;
        this.meeting = meeting;
        this.chair = chair;
    }

    /** The host. Throws IllegalStateException once the look is over. */
    public InsurerNumber insurer() {
        requireOpen();
        return viewer.insurer();
    }

    public UUID meeting() {
        requireOpen();
        return meeting;
    }

    public String login() {
        requireOpen();
        return viewer.login();
    }

    public boolean isChair() {
        requireOpen();
        return chair;
    }
}

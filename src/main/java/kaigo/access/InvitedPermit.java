package kaigo.access;

import kaigo.shared.InsurerNumber;
import kaigo.shared.MemberViewer;

/** 委員の一覧の許し: which meetings there are for a 委員, and nothing of their papers. */
public final class InvitedPermit extends Ending implements Permit {

    private final MemberViewer viewer;

    InvitedPermit(MemberViewer viewer) {
        this.viewer = viewer;
    }

    /** The host. Throws IllegalStateException once the look is over. */
    public InsurerNumber insurer() {
        requireOpen();
        return viewer.insurer();
    }

    public String login() {
        requireOpen();
        return viewer.login();
    }
}

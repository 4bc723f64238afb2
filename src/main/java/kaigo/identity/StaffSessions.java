package kaigo.identity;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import kaigo.screens.Staff;
import kaigo.shared.InsurerNumber;
import org.springframework.stereotype.Component;

/** 自分のサインイン of whoever has no certificate: seen, and ended with the password. */
@Component
public class StaffSessions {

    private final StaffSessionStore store;
    private final Accounts accounts;
    private final InstantSource clock;

    StaffSessions(StaffSessionStore store, Accounts accounts, InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    public List<OwnSession> list(Staff staff) {
        return store.list(staff, clock.instant());
    }

    /**
     * Ends those that are named; whatever is none of one's own is passed over.
     *
     * @return false if the password was wrong: it counts like a wrong one at the sign-in
     */
    public boolean end(Staff staff, String present, Collection<String> ids, String requestId) {
        if (!isConfirmed(staff, present, requestId)) {
            return false;
        }
        list(staff).stream()
                .filter(one -> ids.contains(one.id().toString()))
                .forEach(one -> store.end(staff, one.id()));
        return true;
    }

    /** All but the one that asks; false as above. */
    public boolean endOthers(Staff staff, String present, String requestId) {
        if (!isConfirmed(staff, present, requestId)) {
            return false;
        }
        store.endOthers(staff);
        return true;
    }

    /** Of somebody who signed out. */
    public void forget(Staff staff) {
        store.end(staff, staff.session());
    }

    /** On record once, either way. */
    private boolean isConfirmed(Staff staff, String present, String requestId) {
        var right = accounts.checkPassword(
                new InsurerNumber(staff.organisationNumber()), staff.login(), present, requestId);
        right.ifPresent(account -> accounts.othersEnding(account, requestId));
        return right.isPresent();
    }
}

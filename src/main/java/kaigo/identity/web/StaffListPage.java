package kaigo.identity.web;

import java.time.Instant;
import java.util.List;
import kaigo.identity.InstitutionAccount;
import kaigo.identity.InstitutionRole;

/** What the list of an institution's accounts shows. */
public record StaffListPage(List<InstitutionAccount> accounts, Instant now) {

    /** 状態, the first that holds. */
    public enum State {
        STOPPED("state state-fail"),
        LOCKED("state state-warn"),
        INITIAL_OVER("state state-warn"),
        INITIAL("state state-wait"),
        ACTIVE("state state-done");

        private final String mark;

        State(String mark) {
            this.mark = mark;
        }

        /** Class of the style sheet. */
        public String mark() {
            return mark;
        }
    }

    public State state(InstitutionAccount account) {
        return state(account, now);
    }

    static State state(InstitutionAccount account, Instant now) {
        if (!account.active()) {
            return State.STOPPED;
        }
        if (account.isLocked(now)) {
            return State.LOCKED;
        }
        if (account.isPasswordInitial()) {
            return account.isInitialOver(now) ? State.INITIAL_OVER : State.INITIAL;
        }
        return State.ACTIVE;
    }

    /** Of a 事業所ユーザ there is nothing to change here. */
    public boolean canOpen(InstitutionAccount account) {
        return account.role() != InstitutionRole.OFFICE_USER;
    }
}

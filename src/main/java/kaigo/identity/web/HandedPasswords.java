package kaigo.identity.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kaigo.identity.OfficeStaff.Handed;
import kaigo.identity.OfficeStaff.Outcome;
import org.springframework.web.util.WebUtils;

/**
 * 仮パスワードの手渡し: what was made by which form of this browser's session. A form that is sent twice acts once; the
 * password is shown once.
 */
final class HandedPasswords implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = HandedPasswords.class.getName();
    private static final int KEPT = 20;

    private final LinkedHashMap<String, String> byForm = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KEPT;
        }
    };

    static HandedPasswords of(HttpSession session) {
        synchronized (WebUtils.getSessionMutex(session)) {
            if (session.getAttribute(ATTRIBUTE) instanceof HandedPasswords known) {
                return known;
            }
            HandedPasswords fresh = new HandedPasswords();
            session.setAttribute(ATTRIBUTE, fresh);
            return fresh;
        }
    }

    /** @param form what its page named it; one without a name is new each time */
    synchronized Outcome once(String form, String login, Supplier<Handed> act) {
        String key = key(form, login);
        if (!form.isEmpty() && byForm.containsKey(key)) {
            return Outcome.DONE;
        }
        Handed handed = act.get();
        if (handed.outcome() == Outcome.DONE) {
            byForm.put(key, handed.password());
        }
        return handed.outcome();
    }

    /** The password, for the first who asks. */
    synchronized Optional<String> take(String form, String login) {
        String password = byForm.replace(key(form, login), "");
        return Optional.ofNullable(password).filter(text -> !text.isEmpty());
    }

    private static String key(String form, String login) {
        return form + ' ' + login;
    }
}

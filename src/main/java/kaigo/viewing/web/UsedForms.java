package kaigo.viewing.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.web.util.WebUtils;

/** 送信済みの用紙: which forms of this browser's session have acted. One that is sent twice acts once. */
final class UsedForms implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = UsedForms.class.getName();
    private static final int KEPT = 100;

    private final LinkedHashMap<String, Boolean> used = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > KEPT;
        }
    };

    static UsedForms of(HttpSession session) {
        synchronized (WebUtils.getSessionMutex(session)) {
            if (session.getAttribute(ATTRIBUTE) instanceof UsedForms known) {
                return known;
            }
            UsedForms fresh = new UsedForms();
            session.setAttribute(ATTRIBUTE, fresh);
            return fresh;
        }
    }

    /**
     * @param form what its page named it; one without a name acts each time
     * @param person handle of whom it is about: one name for two persons is two forms
     * @param act answers whether it came to something; if not, the form may be sent again
     * @return whether it came to something, now or before
     */
    synchronized boolean once(String form, String person, BooleanSupplier act) {
        String key = person + ' ' + form;
        if (!form.isEmpty() && used.containsKey(key)) {
            return true;
        }
        boolean done = act.getAsBoolean();
        if (done) {
            used.put(key, true);
        }
        return done;
    }
}

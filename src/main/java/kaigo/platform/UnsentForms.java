package kaigo.platform;

import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * 送っていない入力: forms that somebody left half-filled, or that came back, kept in the session so that coming back to the
 * page finds them. They end with the session; the oldest goes when there are too many.
 */
final class UnsentForms implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String NAME = UnsentForms.class.getName();
    private static final int FORMS = 5;

    /** The newest first. */
    private final Deque<TypedForm> forms = new ArrayDeque<>();

    private final String actor;

    private UnsentForms(String actor) {
        this.actor = actor;
    }

    /** Of nobody who was signed in with the same session before. */
    static UnsentForms of(HttpSession session, String actor) {
        return session.getAttribute(NAME) instanceof UnsentForms found && found.actor.equals(actor)
                ? found
                : new UnsentForms(actor);
    }

    /** Windows of one session may leave their forms at the same time: what one of them then loses is its own oldest form. */
    synchronized void keep(TypedForm form, HttpSession session) {
        forget(form.path(), form.title());
        forms.addFirst(form);
        if (forms.size() > FORMS) {
            forms.removeLast();
        }
        session.setAttribute(NAME, this);
    }

    synchronized void forget(String path, String title) {
        forms.removeIf(form -> form.isOf(path, title));
    }

    synchronized Optional<TypedForm> find(String path, String title) {
        return forms.stream().filter(form -> form.isOf(path, title)).findFirst();
    }

    synchronized Optional<TypedForm> newest() {
        return Optional.ofNullable(forms.peekFirst());
    }
}

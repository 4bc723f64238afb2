package kaigo.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** This kind of viewer has no such right. Carries nothing of the request. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public final class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAllowed(Purpose purpose) {
        super(purpose.name(), null, false, false);
    }
}

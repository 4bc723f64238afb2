package kaigo.platform;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import kaigo.screens.Page;
import kaigo.screens.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 送っていない入力: what somebody left half-filled or had refused in this session, for the script of the same form's page
 * (keep.js), and its end.
 */
@Controller
class UnsentPages {

    private static final String OF_AN_OFFICE = "/office/unsent";
    private static final String OF_OTHERS = "/account/unsent";

    /**
     * @param to where the form is sent
     * @param keep title of its page
     * @return its fields, or 204
     */
    @GetMapping({OF_AN_OFFICE, OF_OTHERS})
    ResponseEntity<Map<String, List<String>>> find(
            @AuthenticationPrincipal SignedIn user,
            HttpSession session,
            @RequestParam String to,
            @RequestParam(Page.KEEP_FIELD) String keep) {
        return UnsentForms.of(session, Actors.of(user))
                .find(to, keep)
                .map(form -> ResponseEntity.ok(form.fields()))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @DeleteMapping({OF_AN_OFFICE, OF_OTHERS})
    ResponseEntity<Void> throwAway(
            @AuthenticationPrincipal SignedIn user,
            HttpSession session,
            @RequestParam String to,
            @RequestParam(Page.KEEP_FIELD) String keep) {
        UnsentForms.of(session, Actors.of(user)).forget(to, keep);
        return ResponseEntity.noContent().build();
    }
}

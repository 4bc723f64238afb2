package kaigo.identity.web;

import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import java.util.Objects;
import kaigo.identity.InstitutionAccount;
import kaigo.identity.InstitutionRole;
import kaigo.identity.OfficeStaff;
import kaigo.identity.OfficeStaff.Outcome;
import kaigo.identity.OwnPassword;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.InstitutionViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 職員のアカウント, for the administrators of an institution. Another institution's are not there. */
@Controller
class StaffPages {

    private static final String LIST = "/office/staff";
    private static final String ONE = LIST + "/accounts/";
    private static final String DONE = "done";
    private static final String REFUSED = "refused";

    private final OfficeStaff staff;
    private final OwnPassword passwords;
    private final InstantSource clock;

    StaffPages(OfficeStaff staff, OwnPassword passwords, InstantSource clock) {
        this.staff = staff;
        this.passwords = passwords;
        this.clock = clock;
    }

    @GetMapping(LIST)
    ModelAndView list(InstitutionViewer viewer) {
        return new ModelAndView("identity/staff", "it", new StaffListPage(staff.list(viewer), clock.instant()));
    }

    @GetMapping(LIST + "/new")
    ModelAndView empty(InstitutionViewer viewer) {
        return new ModelAndView("identity/staff-new", "it", StaffForm.empty(InstitutionRole.GENERAL));
    }

    @PostMapping(LIST + "/new")
    ModelAndView register(
            InstitutionViewer viewer, HttpSession session, @RequestParam MultiValueMap<String, String> typed) {
        StaffForm form = StaffForm.typed(typed, "");
        if (form.isWrong()) {
            return unprocessable("identity/staff-new", form);
        }
        Outcome outcome = HandedPasswords.of(session)
                .once(form.form(), form.login(), () -> staff.register(viewer, form.account(viewer.institution())));
        return outcome == Outcome.DONE
                ? SeeOther.at(ONE + form.login() + "?handed=" + form.form())
                : unprocessable("identity/staff-new", form.wrong("login", "taken"));
    }

    @GetMapping(ONE + "{login}")
    ModelAndView one(
            InstitutionViewer viewer,
            HttpSession session,
            @PathVariable String login,
            @RequestParam(defaultValue = "") String handed,
            Model model) {
        InstitutionAccount account = known(viewer, login);
        String password = HandedPasswords.of(session).take(handed, login).orElse(null);
        return new ModelAndView(
                "identity/staff-edit",
                "it",
                page(viewer, account, StaffForm.of(account), password, text(model, DONE), text(model, REFUSED)));
    }

    @PostMapping(ONE + "{login}")
    ModelAndView edit(
            InstitutionViewer viewer,
            @PathVariable String login,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        InstitutionAccount account = known(viewer, login);
        StaffForm form = confirmed(viewer, typed, StaffForm.typed(typed, login));
        if (!form.isWrong()) {
            Outcome outcome = staff.edit(viewer, form.account(viewer.institution()), form.seen());
            if (outcome == Outcome.DONE) {
                return answer(login, outcome, "EDITED", next);
            }
            return unprocessable("identity/staff-edit", page(viewer, account, form, null, null, why(outcome)));
        }
        return unprocessable("identity/staff-edit", page(viewer, account, form, null, null, null));
    }

    /** Where one's own codes go, one changes with the password only. */
    private StaffForm confirmed(InstitutionViewer viewer, MultiValueMap<String, String> typed, StaffForm form) {
        String present = Objects.requireNonNullElse(typed.getFirst("presentPassword"), "");
        boolean enough = form.isWrong() || !form.login().equals(viewer.login()) || passwords.isRight(viewer, present);
        return enough ? form : form.wrong("presentPassword", "wrong");
    }

    @PostMapping(ONE + "{login}/stop")
    ModelAndView stop(InstitutionViewer viewer, @PathVariable String login, RedirectAttributes next) {
        return answer(login, staff.stop(viewer, login), "STOPPED", next);
    }

    @PostMapping(ONE + "{login}/restart")
    ModelAndView restart(InstitutionViewer viewer, @PathVariable String login, RedirectAttributes next) {
        return answer(login, staff.restart(viewer, login), "RESTARTED", next);
    }

    @PostMapping(ONE + "{login}/unlock")
    ModelAndView unlock(InstitutionViewer viewer, @PathVariable String login, RedirectAttributes next) {
        return answer(login, staff.unlock(viewer, login), "UNLOCKED", next);
    }

    @PostMapping(ONE + "{login}/sign-ins")
    ModelAndView endSignIns(InstitutionViewer viewer, @PathVariable String login, RedirectAttributes next) {
        return answer(login, staff.endSignIns(viewer, login), "SIGN_INS_ENDED", next);
    }

    /** One's own are taken away on one's own page, with the password. */
    @PostMapping(ONE + "{login}/passkeys")
    ModelAndView removePasskey(
            InstitutionViewer viewer,
            @PathVariable String login,
            @RequestParam(defaultValue = "") String id,
            RedirectAttributes next) {
        if (login.equals(viewer.login())) {
            return SeeOther.at("/office");
        }
        return answer(login, staff.removePasskey(viewer, login, id), "PASSKEY_REMOVED", next);
    }

    /** One's own is changed on one's own page: here one could not read the new one. */
    @PostMapping(ONE + "{login}/password")
    ModelAndView handOut(
            InstitutionViewer viewer,
            HttpSession session,
            @PathVariable String login,
            @RequestParam(defaultValue = "") String form) {
        if (login.equals(viewer.login())) {
            return SeeOther.at("/office/account");
        }
        Outcome outcome = HandedPasswords.of(session).once(form, login, () -> staff.handOut(viewer, login));
        if (outcome == Outcome.ABSENT) {
            throw absent();
        }
        return SeeOther.at(ONE + login + "?handed=" + form);
    }

    private InstitutionAccount known(InstitutionViewer viewer, String login) {
        return staff.find(viewer, login)
                .filter(account -> account.role() != InstitutionRole.OFFICE_USER)
                .orElseThrow(StaffPages::absent);
    }

    private StaffPage page(
            InstitutionViewer viewer, InstitutionAccount account, StaffForm form, @Nullable String... said) {
        return new StaffPage(
                account,
                staff.listPasskeys(account),
                form,
                account.login().equals(viewer.login()),
                clock.instant(),
                said[0],
                said[1],
                said[2]);
    }

    private static ModelAndView answer(String login, Outcome outcome, String what, RedirectAttributes next) {
        if (outcome == Outcome.ABSENT) {
            throw absent();
        }
        if (outcome == Outcome.DONE) {
            next.addFlashAttribute(DONE, ScreenText.text("staff.done." + what));
        } else {
            next.addFlashAttribute(REFUSED, why(outcome));
        }
        return SeeOther.at(ONE + login);
    }

    private static String why(Outcome outcome) {
        return ScreenText.text("staff.refused." + outcome);
    }

    private static @Nullable String text(Model model, String name) {
        return model.getAttribute(name) instanceof String said ? said : null;
    }

    private static ModelAndView unprocessable(String view, Object it) {
        ModelAndView again = new ModelAndView(view, "it", it);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

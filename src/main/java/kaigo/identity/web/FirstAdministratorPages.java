package kaigo.identity.web;

import jakarta.servlet.http.HttpSession;
import kaigo.identity.InstitutionRole;
import kaigo.identity.OfficeStaff;
import kaigo.identity.OfficeStaff.Outcome;
import kaigo.screens.SeeOther;
import kaigo.shared.InstitutionViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 管理者の登録 by the 事業所ユーザ: all that it is for. */
@Controller
class FirstAdministratorPages {

    private static final String PATH = "/office/first-administrator";
    private static final String VIEW = "identity/first-administrator";

    private final OfficeStaff staff;

    FirstAdministratorPages(OfficeStaff staff) {
        this.staff = staff;
    }

    @GetMapping(PATH)
    ModelAndView form(
            InstitutionViewer viewer,
            HttpSession session,
            @RequestParam(defaultValue = "") String handed,
            @RequestParam(defaultValue = "") String login) {
        String password = HandedPasswords.of(session).take(handed, login).orElse(null);
        boolean there = staff.hasAdministrator(viewer.institution());
        StaffForm form = there ? null : StaffForm.empty(InstitutionRole.ADMINISTRATOR);
        return page(new FirstAdministratorPage(form, password == null ? null : login, password));
    }

    @PostMapping(PATH)
    ModelAndView register(
            InstitutionViewer viewer, HttpSession session, @RequestParam MultiValueMap<String, String> typed) {
        StaffForm form = StaffForm.typed(typed, "");
        if (form.isWrong()) {
            return again(form);
        }
        Outcome outcome = HandedPasswords.of(session)
                .once(form.form(), form.login(), () -> staff.registerFirst(viewer, form.account(viewer.institution())));
        return switch (outcome) {
            case DONE -> to("?handed=" + form.form() + "&login=" + form.login());
            case TAKEN -> again(form.wrong("login", "taken"));
            case LAST_ADMINISTRATOR, ABSENT, OVERTAKEN -> to("");
        };
    }

    private static ModelAndView again(@Nullable StaffForm form) {
        ModelAndView page = page(new FirstAdministratorPage(form, null, null));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView page(FirstAdministratorPage it) {
        return new ModelAndView(VIEW, "it", it);
    }

    private static ModelAndView to(String query) {
        return SeeOther.at(PATH + query);
    }
}

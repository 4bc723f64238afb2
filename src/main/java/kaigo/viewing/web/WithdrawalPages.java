package kaigo.viewing.web;

import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import kaigo.consent.Withdrawals;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.Days;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerViewer;
import kaigo.viewing.Tab;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 窓口での撤回: the insurer's staff writes it down, and the reading ends at once (rulings 24). */
@Controller
class WithdrawalPages {

    private static final String PATH = InsuredPages.PATH + "/{id}/withdrawal";

    private final PersonReader reader;
    private final Withdrawals withdrawals;
    private final InstantSource clock;

    WithdrawalPages(PersonReader reader, Withdrawals withdrawals, InstantSource clock) {
        this.reader = reader;
        this.withdrawals = withdrawals;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView show(InsurerViewer viewer, @PathVariable String id) {
        return page(viewer, id, ConsentForm.empty(today()));
    }

    @PostMapping(PATH)
    ModelAndView record(
            InsurerViewer viewer,
            HttpSession session,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        InsuredNumber insured = reader.ownInsured(viewer, id);
        ConsentForm form = ConsentForm.withdrawal(typed, today());
        if (form.isWrong()) {
            return page(viewer, id, form);
        }
        if (!UsedForms.of(session).once(form.form(), id, () -> withdrawals.withdraw(viewer, insured, form.hearing()))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        next.addFlashAttribute(UserPages.DONE, ScreenText.text("withdrawal.done"));
        return SeeOther.at(InsuredPages.PATH + "/" + id + "/" + Tab.CONSENT.path());
    }

    private ModelAndView page(InsurerViewer viewer, String id, ConsentForm form) {
        Optional<PersonPage<ConsentView>> person = reader.read(
                viewer,
                reader.ownInsured(viewer, id),
                Tab.CONSENT,
                (own, today) -> own.leaf().consent().map(ConsentView::of).orElse(null));
        if (person.isEmpty() || person.get().isClosed()) {
            return InsuredPages.none(person.map(PersonPage::closed), person.isPresent());
        }
        ModelAndView view = new ModelAndView("viewing/withdrawal", "it", new WithdrawalPage(person.get(), form));
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }
}

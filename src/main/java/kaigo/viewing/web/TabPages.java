package kaigo.viewing.web;

import java.time.LocalDate;
import java.util.Optional;
import kaigo.access.PersonKey;
import kaigo.consent.Hearings;
import kaigo.filing.Filings;
import kaigo.insured.Banner;
import kaigo.shared.InstitutionViewer;
import kaigo.viewing.PersonFiles.Leaf;
import kaigo.viewing.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 利用者詳細: one tab at a time, each one look. */
@Controller
class TabPages {

    private final PersonReader reader;
    private final Hearings hearings;
    private final Filings filings;

    TabPages(PersonReader reader, Hearings hearings, Filings filings) {
        this.reader = reader;
        this.hearings = hearings;
        this.filings = filings;
    }

    @GetMapping(PersonPage.PATH + "{id}")
    ModelAndView cards(InstitutionViewer viewer, @PathVariable String id, Model model) {
        return tab(viewer, id, Tab.CARDS, TabChoice.NONE, model);
    }

    @GetMapping(PersonPage.PATH + "{id}/{tab}")
    ModelAndView show(
            InstitutionViewer viewer,
            @PathVariable String id,
            @PathVariable String tab,
            TabChoice choice,
            Model model) {
        Tab wanted =
                Tab.ofPath(Tab.ofOffice(), tab).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return tab(viewer, id, wanted, choice, model);
    }

    private ModelAndView tab(InstitutionViewer viewer, String id, Tab tab, TabChoice choice, Model model) {
        String message = model.getAttribute(UserPages.DONE) instanceof String said ? said : null;
        PersonPage<?> page =
                reader.read(viewer, id, tab, message, (leaf, today) -> content(viewer, tab, leaf, choice, today));
        ModelAndView view = new ModelAndView(page.isClosed() ? "viewing/closed" : "viewing/" + tab.path(), "it", page);
        view.setStatus(page.isClosed() ? HttpStatus.FORBIDDEN : HttpStatus.OK);
        return view;
    }

    private @Nullable Object content(InstitutionViewer viewer, Tab tab, Leaf leaf, TabChoice choice, LocalDate today) {
        Object content = TabContent.of(tab, leaf, choice, today);
        Optional<PersonKey> person = leaf.banner().map(Banner::person);
        if (person.isEmpty()) {
            return content;
        }
        return switch (content) {
            case ConsentView view -> view.heardBy(hearings.ask(viewer, person.get()));
            case FilingView view -> view.of(viewer, filings, person.get());
            case null, default -> content;
        };
    }
}

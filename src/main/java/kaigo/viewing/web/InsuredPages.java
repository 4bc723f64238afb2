package kaigo.viewing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kaigo.access.PersonHandles;
import kaigo.access.PersonKey;
import kaigo.access.rules.Reason;
import kaigo.insured.OwnInsured;
import kaigo.insured.Person;
import kaigo.keys.ConcealedNames;
import kaigo.keys.KeyRing;
import kaigo.participants.Institutions;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerViewer;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Text;
import kaigo.viewing.ApplicationPapers;
import kaigo.viewing.InsuredFiles.OwnLeaf;
import kaigo.viewing.PaperAnswer;
import kaigo.viewing.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 保険者の被保険者詳細: the page of an own insured, from which a question on the telephone is answered (rulings 47). */
@Controller
class InsuredPages {

    static final String PATH = "/insured";

    private static final Field SEARCH = Field.of("insuredSearch", "text", 40);
    private static final Field BIRTH = Field.optional("insuredBirth", "text", 20);
    /** Between what was typed and a day: a name has no such sign. */
    private static final String BETWEEN = "\n";

    private final OwnInsured persons;
    private final PersonReader reader;
    private final ApplicationPapers papers;
    private final Institutions institutions;
    private final PersonHandles handles;
    private final ConcealedNames searches;

    InsuredPages(
            OwnInsured persons,
            PersonReader reader,
            ApplicationPapers papers,
            Institutions institutions,
            PersonHandles handles,
            KeyRing keys) {
        this.persons = persons;
        this.reader = reader;
        this.papers = papers;
        this.institutions = institutions;
        this.handles = handles;
        this.searches = new ConcealedNames(keys, "insured search");
    }

    /** @param q what was searched for, as a name that tells nothing (docs/decisions/0031) */
    @GetMapping(PATH)
    ModelAndView show(InsurerViewer viewer, @RequestParam(defaultValue = "") String q) {
        Optional<String> typed = searches.reveal(q);
        if (typed.isEmpty()) {
            return list(new InsuredPage(SEARCH, BIRTH, null));
        }
        String[] parts = typed.get().split(BETWEEN, 2);
        String birth = parts.length < 2 ? "" : parts[1];
        List<InsuredPage.Row> rows = persons
                .search(viewer, parts[0], JapaneseDates.parse(birth).orElse(null))
                .stream()
                .map(one -> row(viewer, one))
                .toList();
        return list(new InsuredPage(SEARCH.filled(parts[0]), BIRTH.filled(birth), rows));
    }

    /** Posted, so that no name stands in an address. */
    @PostMapping(PATH + "/search")
    ModelAndView search(
            @RequestParam(defaultValue = "") String insuredSearch,
            @RequestParam(defaultValue = "") String insuredBirth) {
        Field search = SEARCH.filled(insuredSearch);
        Field birth = BIRTH.filled(insuredBirth);
        String typed = Text.trimBlank(insuredSearch);
        String day = Text.trimBlank(insuredBirth);
        if (typed.length() < 2 || typed.length() > SEARCH.maxLength() || typed.contains(BETWEEN)) {
            search = search.wrong(ScreenText.text("insured.wrong.search"));
        }
        if (!day.isEmpty() && JapaneseDates.parse(day).isEmpty()) {
            birth = birth.wrong(ScreenText.text("insured.wrong.birth"));
        }
        if (search.error() != null || birth.error() != null) {
            ModelAndView again = list(new InsuredPage(search, birth, null));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return SeeOther.at(PATH + "?q=" + searches.conceal(typed + BETWEEN + day));
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView cards(InsurerViewer viewer, @PathVariable String id) {
        return tab(viewer, id, Tab.CARDS, TabChoice.NONE, null);
    }

    @GetMapping(PATH + "/{id}/{tab}")
    ModelAndView show(
            InsurerViewer viewer, @PathVariable String id, @PathVariable String tab, TabChoice choice, Model model) {
        Tab wanted =
                Tab.ofPath(Tab.ofInsurer(), tab).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return tab(viewer, id, wanted, choice, model.getAttribute(UserPages.DONE) instanceof String said ? said : null);
    }

    @GetMapping(PATH + "/{id}/documents/{sha256}")
    void send(InsurerViewer viewer, @PathVariable String id, @PathVariable String sha256, HttpServletResponse response)
            throws IOException {
        InsuredNumber insured = reader.ownInsured(viewer, id);
        if (!PaperAnswer.isName(sha256)
                || !papers.send(
                        viewer, insured, sha256, (kind, document) -> PaperAnswer.take(kind, document, response))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        response.flushBuffer();
    }

    private ModelAndView tab(InsurerViewer viewer, String id, Tab tab, TabChoice choice, @Nullable String message) {
        Optional<PersonPage<@Nullable Object>> page = reader.read(
                viewer, reader.ownInsured(viewer, id), tab, (leaf, today) -> content(tab, leaf, choice, today));
        return page.isPresent() && !page.get().isClosed()
                ? new ModelAndView("viewing/" + tab.path(), "it", page.get().saying(message))
                : none(page.map(PersonPage::closed), page.isPresent());
    }

    /** @param exists somebody is insured there, and may not be shown */
    static ModelAndView none(Optional<Reason> why, boolean exists) {
        ModelAndView none = new ModelAndView("viewing/insured-none");
        why.ifPresent(reason -> none.addObject("it", reason));
        none.setStatus(exists ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND);
        return none;
    }

    private @Nullable Object content(Tab tab, OwnLeaf leaf, TabChoice choice, LocalDate today) {
        return switch (tab) {
            case CONSENT ->
                leaf.leaf()
                        .consent()
                        .map(course -> ConsentView.of(course).with(leaf.ledger()))
                        .orElse(null);
            case ONLOOKERS ->
                OnlookersView.of(
                        leaf.onlookers(), one -> institutions.findName(one).orElse(""), today);
            default -> TabContent.of(tab, leaf.leaf(), choice, today);
        };
    }

    private InsuredPage.Row row(InsurerViewer viewer, Person one) {
        LocalDate birth = one.birthDate();
        String unknown = one.birthDateText() == null ? ScreenText.text("person.birth.unknown") : one.birthDateText();
        return new InsuredPage.Row(
                handles.of(new PersonKey(viewer.insurer(), InsuredNumber.of(one.insuredNumber()))),
                one.insuredNumber(),
                one.name(),
                one.nameKana(),
                birth == null ? unknown : JapaneseDates.both(birth),
                one.address(),
                one.isProtected());
    }

    private static ModelAndView list(InsuredPage page) {
        return new ModelAndView("viewing/insured", "it", page);
    }
}

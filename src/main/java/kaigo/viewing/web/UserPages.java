package kaigo.viewing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kaigo.access.CheckAnswer;
import kaigo.access.OwnListQuery;
import kaigo.access.OwnListQuery.Only;
import kaigo.access.OwnListQuery.Order;
import kaigo.access.PersonHandles;
import kaigo.access.PersonKey;
import kaigo.access.rules.CardItem;
import kaigo.access.rules.Proposals;
import kaigo.access.rules.Reason;
import kaigo.insured.CardBridge;
import kaigo.insured.Verifications;
import kaigo.keys.ConcealedNames;
import kaigo.keys.KeyRing;
import kaigo.participants.StartNotes;
import kaigo.screens.Pager;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsurerNumber;
import kaigo.shared.JapaneseDates;
import kaigo.viewing.web.UserList.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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

/** 利用者一覧: filtered, sorted, searched; adding somebody by the items of the card, and letting somebody go. */
@Controller
class UserPages {

    private static final String LIST = UsersPage.PATH;
    static final String NEW = LIST + "/new";
    private static final int SIZE = 50;

    static final String DONE = "done";

    private final UserList list;
    private final PersonReader reader;
    private final Verifications verifications;
    private final StartNotes notes;
    private final PersonHandles handles;
    private final ConcealedNames searches;
    private final ObjectProvider<CardBridge> bridge;
    private final Set<CardItem> asked;

    UserPages(
            UserList list,
            PersonReader reader,
            Verifications verifications,
            StartNotes notes,
            PersonHandles handles,
            KeyRing keys,
            ObjectProvider<CardBridge> bridge,
            Proposals proposals) {
        this.list = list;
        this.reader = reader;
        this.verifications = verifications;
        this.notes = notes;
        this.handles = handles;
        this.searches = new ConcealedNames(keys, "user search");
        this.bridge = bridge;
        this.asked = proposals.cardItems();
    }

    /** What is asked of the list; a search stands in the address as a name that tells nothing (docs/decisions/0031). */
    record Asked(
            @Nullable String q,
            @Nullable String insurer,
            @Nullable Only only,
            @Nullable Order order,
            @Nullable Integer page) {}

    @GetMapping(LIST)
    ModelAndView show(InstitutionViewer viewer, Asked wanted, Model model) {
        int page = wanted.page() == null ? 1 : Math.clamp(wanted.page(), 1, 100_000);
        OwnListQuery query = query(wanted, (page - 1) * SIZE, SIZE);
        Rows rows = list.read(viewer, query);
        if (rows.rows().isEmpty() && page > 1) {
            return SeeOther.at(UsersPage.address(Objects.requireNonNullElse(wanted.q(), ""), query));
        }
        String q = query.text().isEmpty() ? "" : searches.conceal(query.text());
        String address = UsersPage.address(q, query);
        boolean isOffice = viewer.institution().kind() == InstitutionId.Kind.OFFICE;
        UsersPage shown = new UsersPage(
                UsersPage.search(query.text()),
                q,
                query,
                rows.rows(),
                new Pager(address + (address.contains("?") ? "&" : "?"), page, SIZE, rows.total()),
                rows.waiting(),
                rows.insurers(),
                isOffice ? notes.list(viewer.institution()).size() : 0,
                isOffice,
                model.getAttribute(DONE) instanceof String said ? said : null);
        return new ModelAndView("viewing/users", "it", shown);
    }

    /** The search is posted, so that no name stands in an address. */
    @PostMapping(LIST + "/search")
    ModelAndView search(@RequestParam(defaultValue = "") String userSearch, Asked wanted) {
        OwnListQuery query = query(wanted, 0, SIZE);
        String typed = userSearch.strip();
        String q = typed.isEmpty() || typed.length() > UsersPage.search("").maxLength() ? "" : searches.conceal(typed);
        return SeeOther.at(UsersPage.address(q, query));
    }

    @GetMapping(LIST + ".csv")
    void csv(InstitutionViewer viewer, Asked wanted, HttpServletResponse response) throws IOException {
        Rows rows = list.read(viewer, query(wanted, 0, ListCsv.ROWS));
        ListCsv.send("users", rows.total(), response, csv -> {
            csv.writeRecord(UserCsv.HEADINGS);
            rows.rows().forEach(row -> csv.writeRecord(UserCsv.cells(row)));
        });
    }

    private OwnListQuery query(Asked wanted, int offset, int limit) {
        String text = Optional.ofNullable(wanted.q()).flatMap(searches::reveal).orElse("");
        String insurer = Objects.requireNonNullElse(wanted.insurer(), "");
        return new OwnListQuery(
                text,
                InsurerNumber.hasForm(insurer) ? new InsurerNumber(insurer) : null,
                Objects.requireNonNullElse(wanted.only(), Only.EVERYBODY),
                Objects.requireNonNullElse(wanted.order(), Order.KANA),
                offset,
                limit);
    }

    /** A clinic adds nobody: on its list stand those about whom it was asked. */
    @GetMapping(NEW)
    ModelAndView empty(InstitutionViewer viewer) {
        return viewer.institution().kind() == InstitutionId.Kind.OFFICE
                ? asking(UserForm.empty(asked))
                : SeeOther.at(LIST);
    }

    /** The same form twice does no harm: the person stands in the list already. */
    @PostMapping(NEW)
    ModelAndView add(
            InstitutionViewer viewer, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        UserForm form = UserForm.typed(typed, asked);
        if (form.isWrong()) {
            return unprocessable(asking(form));
        }
        CheckAnswer answer = verifications.verify(viewer, form.person(), form.items());
        if (answer != CheckAnswer.VERIFIED) {
            return unprocessable(asking(
                    form,
                    answer,
                    answer == CheckAnswer.MUNICIPALITY_NOT_STARTED
                            ? verifications
                                    .findStart(form.person().insurer())
                                    .map(JapaneseDates::both)
                                    .orElse(null)
                            : null));
        }
        next.addFlashAttribute(DONE, answer.sentence());
        return SeeOther.at(LIST + "/" + handles.of(form.person()));
    }

    /** もう一度本人確認をする: the numbers of somebody who stands in the list need not be typed again. */
    @GetMapping(LIST + "/{id}/again")
    ModelAndView again(InstitutionViewer viewer, @PathVariable String id) {
        if (viewer.institution().kind() != InstitutionId.Kind.OFFICE) {
            return SeeOther.at(LIST);
        }
        PersonKey person = person(id);
        OwnListQuery query =
                new OwnListQuery(person.insured().value(), person.insurer(), Only.EVERYBODY, Order.NUMBER, 0, SIZE);
        boolean listed = list.read(viewer, query).rows().stream()
                .anyMatch(row -> row.handle().equals(handles.of(person)));
        return asking(listed ? UserForm.of(person, asked) : UserForm.empty(asked));
    }

    @GetMapping(LIST + "/{id}/end")
    ModelAndView askToEnd(InstitutionViewer viewer, @PathVariable String id) {
        PersonKey person = person(id);
        PersonPage<Void> page = reader.readBanner(viewer, person);
        boolean expired = page.closed() == Reason.VIEWING_EXPIRED;
        if (page.isClosed() && !expired) {
            ModelAndView closed = new ModelAndView("viewing/closed", "it", page);
            closed.setStatus(HttpStatus.FORBIDDEN);
            return closed;
        }
        String number = expired ? person.insured().value() : null;
        return new ModelAndView("viewing/user-end", "it", new UserEndPage(page, number));
    }

    /** 利用終了. */
    @PostMapping(LIST + "/{id}/end")
    ModelAndView end(InstitutionViewer viewer, @PathVariable String id, RedirectAttributes next) {
        boolean ended = verifications.end(viewer, person(id));
        next.addFlashAttribute(DONE, ScreenText.text(ended ? "users.ended" : "users.ended.before"));
        return SeeOther.at(LIST);
    }

    private PersonKey person(String id) {
        return handles.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView asking(UserForm form) {
        return asking(form, null, null);
    }

    private ModelAndView asking(UserForm form, @Nullable CheckAnswer refused, @Nullable String startsOn) {
        CardBridge reader = bridge.getIfAvailable();
        UserNewPage page = new UserNewPage(form, refused, startsOn, reader == null ? null : reader.origin());
        return new ModelAndView("viewing/user-new", "it", page);
    }

    private static ModelAndView unprocessable(ModelAndView again) {
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }
}

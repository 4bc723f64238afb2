package kaigo.demo;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kaigo.demo.DemoPersons.DemoPerson;
import kaigo.demo.SimulatedReader.Held;
import kaigo.demo.SimulatedReader.Outcome;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.InstitutionId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 模擬の読取り機の画面: whose card is held to the reader; and the same in one request, for an office's software. */
@Controller
@Profile("demo")
class CardReaderPages {

    private static final String PAGE = "/demo/card-reader";
    private static final String SAID = "said";

    private final SimulatedReader reader;
    private final SimulatedCards cards;
    private final SimulatedBridge bridge;
    private final DemoPersons persons;

    CardReaderPages(SimulatedReader reader, SimulatedCards cards, SimulatedBridge bridge, DemoPersons persons) {
        this.reader = reader;
        this.cards = cards;
        this.bridge = bridge;
        this.persons = persons;
    }

    @GetMapping(PAGE)
    ModelAndView show(Model model) {
        String said = model.getAttribute(SAID) instanceof String text ? text : null;
        String taken = bridge.isRunning() ? null : String.valueOf(bridge.port());
        return new ModelAndView(
                "demo/card-reader", "it", new CardReaderPage(persons.list(), reader.isWaiting(), said, taken));
    }

    /** @param card 被保険者番号 of a fictitious person, or an {@link Outcome} without a card */
    @PostMapping(PAGE)
    ModelAndView hold(@RequestParam(defaultValue = "") String card, RedirectAttributes next) {
        Optional<DemoPerson> person = persons.find(card);
        Outcome none = card.equals(Outcome.APP_AWAY.name()) ? Outcome.APP_AWAY : Outcome.NO_CARD;
        boolean waited = reader.hold(person.map(Held::card).orElse(Held.none(none)));
        String done = person.map(one -> ScreenText.text("demo.reader.held", one.name()))
                .orElse(ScreenText.text("demo.reader.held." + none));
        next.addFlashAttribute(SAID, waited ? done : ScreenText.text("demo.reader.nobody"));
        return SeeOther.at(PAGE);
    }

    /** @param person 被保険者番号 of the fictitious person whose card lies on the reader */
    record Asked(
            @Nullable String challenge,
            @Nullable String office,
            @Nullable String person) {}

    @PostMapping(
            path = PAGE + "/read",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> read(@RequestBody Asked asked) {
        String challenge = Objects.requireNonNullElse(asked.challenge(), "");
        Optional<InstitutionId> office = Optional.ofNullable(asked.office()).flatMap(cards::findOffice);
        Optional<DemoPerson> person = Optional.ofNullable(asked.person()).flatMap(persons::find);
        if (challenge.isEmpty()) {
            return wrong("challenge");
        }
        if (office.isEmpty()) {
            return wrong("office");
        }
        return person.map(one -> ResponseEntity.ok(Map.of("assertion", cards.read(office.get(), challenge, one))))
                .orElseGet(() -> wrong("person"));
    }

    private static ResponseEntity<Map<String, String>> wrong(String what) {
        return ResponseEntity.badRequest().body(Map.of("problem", ScreenText.text("demo.reader.wrong." + what)));
    }
}

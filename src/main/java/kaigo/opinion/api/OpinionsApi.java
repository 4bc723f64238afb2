package kaigo.opinion.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kaigo.access.PersonKey;
import kaigo.api.ApiError;
import kaigo.api.ApiRefusal;
import kaigo.api.BusinessError;
import kaigo.api.Envelope;
import kaigo.api.Envelope.Fault;
import kaigo.opinion.Asked;
import kaigo.opinion.Letter;
import kaigo.opinion.LetterAnswer;
import kaigo.opinion.LetterDesk;
import kaigo.opinion.LetterFile;
import kaigo.opinion.LetterFile.Unreadable;
import kaigo.opinion.Letters;
import kaigo.opinion.Letters.Begun;
import kaigo.opinion.Letters.Saved;
import kaigo.opinion.rules.LetterAct;
import kaigo.opinion.rules.LetterCheck;
import kaigo.opinion.rules.LetterCheck.Wrong;
import kaigo.opinion.rules.LetterState;
import kaigo.opinion.rules.LetterStep;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.JapaneseDates;
import kaigo.shared.MyNumber;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 主治医意見書の作成と電送 (our extension): what is asked for, drafts, confirming and sending (rulings 36 to 39). */
@RestController
@RequestMapping(path = "/api/v1/opinions", produces = MediaType.APPLICATION_JSON_VALUE)
class OpinionsApi {

    private final Letters letters;
    private final LetterDesk desk;
    private final InstantSource clock;

    OpinionsApi(Letters letters, LetterDesk desk, InstantSource clock) {
        this.letters = letters;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * What an opinion begins with.
     *
     * @param items by code or name of P02, as they would be typed; may be absent
     */
    record NewOpinion(
            @Nullable String insurerNumber,
            @Nullable String insuredNumber,
            @Nullable String requestedOn,
            @Nullable Map<String, @Nullable String> items) {
        @Override
        public String toString() {
            return "NewOpinion[…]";
        }
    }

    /** @param saved of what was seen */
    record Items(@Nullable Integer saved, @Nullable Map<String, @Nullable String> items) {
        @Override
        public String toString() {
            return "Items[…]";
        }
    }

    record Act(@Nullable String act, @Nullable Integer saved) {}

    /** @param requests what was asked for and is not begun */
    record Desk(List<Request> requests, List<Opinion> opinions) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Request(
            String insurerNumber,
            String insuredNumber,
            LocalDate requestedOn,
            @Nullable LocalDate dueOn) {
        static Request of(Asked asked) {
            return new Request(
                    asked.person().insurer().value(),
                    asked.person().insured().value(),
                    asked.requestedOn(),
                    asked.dueOn());
        }

        @Override
        public String toString() {
            return "Request[…]";
        }
    }

    @GetMapping
    Envelope<Desk> list(@AuthenticationPrincipal InstitutionViewer viewer) {
        Optional<LetterDesk.Desk> found = desk.list(viewer);
        return found.map(on -> ok(
                        viewer,
                        new Desk(
                                on.asked().stream().map(Request::of).toList(),
                                on.letters().stream().map(Opinion::of).toList())))
                .orElseGet(() -> ng(viewer, Faults.of(desk.why(viewer))));
    }

    /** Begun before, it is gone on with: sent again, the same items are saved once more. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<Opinion> begin(@AuthenticationPrincipal InstitutionViewer viewer, @RequestBody NewOpinion sent) {
        String insurer = Text.narrow(Objects.requireNonNullElse(sent.insurerNumber(), ""));
        String insured = Text.narrow(Objects.requireNonNullElse(sent.insuredNumber(), ""));
        Optional<LocalDate> day = JapaneseDates.parse(Objects.requireNonNullElse(sent.requestedOn(), ""))
                .filter(on -> !on.isAfter(today()));
        if (!InsurerNumber.hasForm(insurer)) {
            return wrong(viewer, "/insurerNumber");
        }
        if (!InsuredNumber.hasForm(insured)) {
            return wrong(viewer, "/insuredNumber");
        }
        if (day.isEmpty()) {
            return wrong(viewer, "/requestedOn");
        }
        Typed typed = typed(sent.items());
        if (!typed.wrong().isEmpty()) {
            return Envelope.ng(typed.wrong(), viewer.requestId(), clock.instant());
        }
        PersonKey person = new PersonKey(new InsurerNumber(insurer), InsuredNumber.of(insured));
        Begun begun = letters.begin(viewer, person, day.get(), typed.items());
        return begun.answer() == LetterAnswer.DONE
                ? ok(viewer, Opinion.of(Objects.requireNonNull(begun.letter())))
                : ng(viewer, Faults.of(begun.answer(), begun.takesFrom()));
    }

    @GetMapping("/{id}")
    Envelope<Opinion> one(@AuthenticationPrincipal InstitutionViewer viewer, @PathVariable UUID id) {
        Letter letter = desk.open(viewer, id).orElseThrow(OpinionsApi::absent);
        List<Fault> wrong =
                letter.state() == LetterState.DRAFT ? Faults.list(LetterStep.allItems(), wrong(letter)) : null;
        return ok(viewer, Opinion.of(letter).with(letter.items(), wrong));
    }

    private Map<String, Wrong> wrong(Letter letter) {
        return LetterCheck.check(LetterStep.allItems(), letter.items(), today());
    }

    /** What is said is saved, whatever it is; an empty value takes away what was there. */
    @PutMapping(path = "/{id}/items", consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<Opinion> save(
            @AuthenticationPrincipal InstitutionViewer viewer, @PathVariable UUID id, @RequestBody Items sent) {
        Typed typed = typed(sent.items());
        if (!typed.wrong().isEmpty()) {
            return Envelope.ng(typed.wrong(), viewer.requestId(), clock.instant());
        }
        return answer(viewer, letters.save(viewer, id, typed.items(), seen(sent.saved())));
    }

    /** 確定, 送信 and the rest of {@link LetterAct}. */
    @PostMapping(path = "/{id}/acts", consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<Opinion> act(
            @AuthenticationPrincipal InstitutionViewer viewer, @PathVariable UUID id, @RequestBody Act sent) {
        Optional<LetterAct> act = Arrays.stream(LetterAct.values())
                .filter(one -> one != LetterAct.SAVE && one.name().equals(sent.act()))
                .findFirst();
        return act.isEmpty()
                ? wrong(viewer, "/act")
                : answer(viewer, letters.act(viewer, id, act.get(), seen(sent.saved())));
    }

    private Envelope<Opinion> answer(InstitutionViewer viewer, Saved saved) {
        Letter letter = saved.letter();
        return switch (saved.answer()) {
            case DONE, ALREADY -> ok(viewer, Opinion.of(Objects.requireNonNull(letter)));
            case ABSENT -> throw absent();
            case INCOMPLETE ->
                Envelope.ng(
                        Faults.of(
                                LetterAnswer.INCOMPLETE, LetterStep.allItems(), wrong(Objects.requireNonNull(letter))),
                        viewer.requestId(),
                        clock.instant());
            default -> ng(viewer, Faults.of(saved.answer()));
        };
    }

    /** @param wrong names that no item has, and what may be a マイナンバー */
    private record Typed(Map<String, String> items, List<Fault> wrong) {}

    private static Typed typed(@Nullable Map<String, @Nullable String> sent) {
        try {
            Map<String, String> items = LetterFile.items(Objects.requireNonNullElse(sent, Map.of()));
            List<Fault> secret = LetterStep.allItems().stream()
                    .filter(item -> MyNumber.mayStandIn(items.getOrDefault(item.code(), "")))
                    .map(item -> Faults.ofSecret(item.code(), item.name()))
                    .toList();
            return new Typed(items, secret);
        } catch (Unreadable unknown) {
            return new Typed(Map.of(), List.of(Fault.of(BusinessError.VALUE_WRONG, "/items/" + unknown.detail())));
        }
    }

    private static int seen(@Nullable Integer saved) {
        return saved == null ? -1 : saved;
    }

    private <T> Envelope<T> ok(InstitutionViewer viewer, T data) {
        return Envelope.ok(data, viewer.requestId(), clock.instant());
    }

    private <T> Envelope<T> ng(InstitutionViewer viewer, Fault fault) {
        return Envelope.ng(fault, viewer.requestId(), clock.instant());
    }

    private <T> Envelope<T> wrong(InstitutionViewer viewer, String item) {
        return ng(viewer, Fault.of(BusinessError.VALUE_WRONG, item));
    }

    private static ApiRefusal absent() {
        return new ApiRefusal(ApiError.NOT_FOUND);
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }
}

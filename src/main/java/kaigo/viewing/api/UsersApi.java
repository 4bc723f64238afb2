package kaigo.viewing.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kaigo.access.Candidate;
import kaigo.access.CheckAnswer;
import kaigo.access.ListGate;
import kaigo.access.PersonHandles;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Reason;
import kaigo.api.ApiError;
import kaigo.api.ApiRefusal;
import kaigo.api.BusinessError;
import kaigo.api.Envelope;
import kaigo.api.Envelope.Fault;
import kaigo.consent.ConsentStates;
import kaigo.consent.rules.ConsentState;
import kaigo.insured.Banner;
import kaigo.insured.Banners;
import kaigo.insured.CardItems;
import kaigo.insured.Verifications;
import kaigo.insured.ViewingPeriod;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 利用者一覧: whom the office has verified, and adding to it by the card's items (the latter is our extension). */
@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
class UsersApi {

    private static final int LONGEST_PAGE = 100;
    private static final Set<Kind> COLUMNS = EnumSet.of(Kind.BANNER, Kind.CONSENT_STATE, Kind.OPINION_REQUEST);

    private final ListGate gate;
    private final Banners banners;
    private final ConsentStates consents;
    private final Verifications verifications;
    private final ViewingPeriod period;
    private final PersonHandles handles;
    private final InstantSource clock;

    UsersApi(
            ListGate gate,
            Banners banners,
            ConsentStates consents,
            Verifications verifications,
            ViewingPeriod period,
            PersonHandles handles,
            InstantSource clock) {
        this.gate = gate;
        this.banners = banners;
        this.consents = consents;
        this.verifications = verifications;
        this.period = period;
        this.handles = handles;
        this.clock = clock;
    }

    /** The card's items, as typed. */
    record Card(
            @Nullable String insurerNumber,
            @Nullable String insuredNumber,
            @Nullable String birthDate,
            @Nullable String sex,
            @Nullable String nameKana) {
        @Override
        public String toString() {
            return "Card[…]";
        }
    }

    /**
     * @param viewableUntil 閲覧有効期限, the last day; absent for whom nobody has verified here
     * @param requestFiledOn 申請書提出日 of an open 作成依頼 to this institution
     * @param endsSoon it is not far, and no claim has moved it on yet
     * @param recheck 期限前の再確認: no claim has come for months
     * @param consent 包括同意の状態
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record User(
            String id,
            String insurerNumber,
            String insuredNumber,
            @Nullable LocalDate viewableUntil,
            boolean expired,
            boolean endsSoon,
            @Nullable LocalDate requestFiledOn,
            boolean recheck,
            ConsentState.@Nullable Standing consent,
            @Nullable String name,
            @Nullable String nameKana) {
        @Override
        public String toString() {
            return "User[…]";
        }
    }

    /** @param nextAfter for {@code after} of the next page, or null after the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Users(List<User> users, @Nullable String nextAfter) {}

    record Nothing() {}

    /** Who stands in the 利用者一覧 now. */
    record Added(String id) {}

    @GetMapping
    Envelope<Users> list(
            @AuthenticationPrincipal InstitutionViewer viewer,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        Optional<PersonKey> last = Optional.ofNullable(after).map(id -> find(id, ApiError.BAD_REQUEST));
        int size = Math.clamp(limit, 1, LONGEST_PAGE);
        Users users = gate.list(viewer, last.orElse(null), size, COLUMNS, (permit, page) -> {
            Map<PersonKey, Banner> known = banners.find(permit);
            Map<PersonKey, ConsentState> states = consents.find(permit);
            List<PersonKey> asked = permit.listFor(Kind.OPINION_REQUEST);
            List<User> rows = page.rows().stream()
                    .map(one -> user(
                            one,
                            known.get(one.person()),
                            states.get(one.person()),
                            asked.contains(one.person()) ? one.filedOn() : null))
                    .toList();
            return new Users(rows, page.next() == null ? null : handles.of(page.next()));
        });
        return Envelope.ok(users, viewer.requestId(), clock.instant());
    }

    private User user(
            Candidate candidate, @Nullable Banner banner, @Nullable ConsentState consent, @Nullable LocalDate filedOn) {
        LocalDate today = Days.of(clock.instant());
        LocalDate until = candidate.viewableUntil();
        return new User(
                handles.of(candidate.person()),
                candidate.person().insurer().value(),
                candidate.person().insured().value(),
                until,
                until != null && until.isBefore(today),
                until != null && period.endsSoon(until, today),
                filedOn,
                until != null && period.needsRecheck(Objects.requireNonNull(candidate.servedIn()), until, today),
                consent == null ? null : consent.standing(),
                banner == null ? null : banner.name(),
                banner == null ? null : banner.nameKana());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<Added> verify(@AuthenticationPrincipal InstitutionViewer viewer, @RequestBody Card card) {
        String insurer = Objects.requireNonNullElse(card.insurerNumber(), "");
        String insured = Objects.requireNonNullElse(card.insuredNumber(), "");
        if (!InsurerNumber.hasForm(insurer)) {
            return Envelope.ng(
                    Fault.of(BusinessError.VALUE_WRONG, "/insurerNumber"), viewer.requestId(), clock.instant());
        }
        if (!InsuredNumber.hasForm(insured)) {
            return Envelope.ng(
                    Fault.of(BusinessError.VALUE_WRONG, "/insuredNumber"), viewer.requestId(), clock.instant());
        }
        PersonKey person = new PersonKey(new InsurerNumber(insurer), new InsuredNumber(insured));
        CheckAnswer answer =
                verifications.verify(viewer, person, new CardItems(card.birthDate(), card.sex(), card.nameKana()));
        return answer == CheckAnswer.VERIFIED
                ? Envelope.ok(new Added(handles.of(person)), viewer.requestId(), clock.instant())
                : Envelope.ng(
                        Faults.of(
                                answer,
                                verifications.findStart(person.insurer()).orElse(null)),
                        viewer.requestId(),
                        clock.instant());
    }

    /** 利用終了. */
    @DeleteMapping("/{id}")
    Envelope<Nothing> end(@AuthenticationPrincipal InstitutionViewer viewer, @PathVariable String id) {
        PersonKey person = find(id, ApiError.NOT_FOUND);
        return verifications.end(viewer, person)
                ? Envelope.ok(new Nothing(), viewer.requestId(), clock.instant())
                : Envelope.ng(Faults.of(Reason.NOT_VERIFIED, null), viewer.requestId(), clock.instant());
    }

    private PersonKey find(String id, ApiError otherwise) {
        return handles.find(id).orElseThrow(() -> new ApiRefusal(otherwise));
    }
}

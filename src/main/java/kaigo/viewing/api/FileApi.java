package kaigo.viewing.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import kaigo.access.Opened;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Reason;
import kaigo.api.ApiError;
import kaigo.api.ApiRefusal;
import kaigo.api.Envelope;
import kaigo.api.Envelope.Fault;
import kaigo.consent.ConsentLine;
import kaigo.consent.rules.ConsentState;
import kaigo.insured.Banner;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.viewing.Part;
import kaigo.viewing.PersonFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.util.RawValue;

/**
 * 一人の記録 (webservice.md 14; LIFE and care plans are extensions over the official API). What is refused is told with its
 * reason and next step, and never whether there is anything behind it.
 */
@RestController
@RequestMapping(path = "/api/v1/users/{insurerNumber}/{insuredNumber}", produces = MediaType.APPLICATION_JSON_VALUE)
class FileApi {

    private final PersonFiles files;
    private final InstantSource clock;

    FileApi(PersonFiles files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
    }

    record Summary(Person person, Consent consent, Map<String, Access> kinds) {}

    /** @param until last day in force, if it is known */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Consent(
            ConsentState.Standing standing,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {
        static Consent of(ConsentState state) {
            return new Consent(state.standing(), state.since(), state.until());
        }
    }

    record Consents(LocalDate on, Consent state, List<ConsentLine> lines) {}

    /** Whether a kind of information could be opened, or why not; never whether there is any. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Access(boolean shown, @Nullable Fault refused) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(
            String insurerNumber,
            String insuredNumber,
            String name,
            String nameKana,
            @Nullable LocalDate birthDate,
            @Nullable String birthDateText,
            String sex,
            @Nullable String address,
            @Nullable LocalDate lostOn) {
        static Person of(Banner banner) {
            return new Person(
                    banner.person().insurer().value(),
                    banner.person().insured().value(),
                    banner.name(),
                    banner.nameKana(),
                    banner.birthDate(),
                    banner.birthDateText(),
                    banner.sex(),
                    banner.address(),
                    banner.lostOn());
        }

        @Override
        public String toString() {
            return "Person[…]";
        }
    }

    /**
     * @param records as the municipality sent them, by the items of docs/interfaces
     * @param refused of the kinds that belong to this part, those that are not shown
     */
    record Records(RawValue records, List<Fault> refused) {}

    @GetMapping("/summary")
    Envelope<Summary> summary(
            @AuthenticationPrincipal InstitutionViewer viewer,
            @PathVariable String insurerNumber,
            @PathVariable String insuredNumber) {
        var opened = files.openCover(viewer, UsersApi.key(insurerNumber, insuredNumber));
        Map<String, Access> kinds = new TreeMap<>();
        opened.decisions()
                .forEach((kind, decision) ->
                        kinds.put(kind.name(), new Access(decision.isAllowed(), fault(kind, decision))));
        return opened.value()
                .map(cover -> Envelope.ok(
                        new Summary(Person.of(cover.banner()), Consent.of(cover.consent()), kinds),
                        viewer.requestId(),
                        clock.instant()))
                .orElseGet(() ->
                        Envelope.ng(refusal(Kind.BANNER, opened.decisions()), viewer.requestId(), clock.instant()));
    }

    /** Every part that is shown, and why the others are not. */
    @GetMapping("/file")
    Envelope<Map<String, Records>> file(
            @AuthenticationPrincipal InstitutionViewer viewer,
            @PathVariable String insurerNumber,
            @PathVariable String insuredNumber) {
        Opened<Map<Part, String>> opened = files.openAll(viewer, UsersApi.key(insurerNumber, insuredNumber));
        Map<String, Records> parts = new LinkedHashMap<>();
        opened.value().forEach((part, json) -> parts.put(part.path(), records(part, json, opened.decisions())));
        return Envelope.ok(parts, viewer.requestId(), clock.instant());
    }

    /** 包括同意 today or on a day, a past one too; consent itself is given and withdrawn on the screen only. */
    @GetMapping("/consent")
    Envelope<Consents> consent(
            @AuthenticationPrincipal InstitutionViewer viewer,
            @PathVariable String insurerNumber,
            @PathVariable String insuredNumber,
            @RequestParam(required = false) @Nullable LocalDate on) {
        LocalDate day = on == null ? Days.of(clock.instant()) : on;
        var opened = files.openConsent(viewer, UsersApi.key(insurerNumber, insuredNumber), day);
        return opened.value()
                .map(course -> Envelope.ok(
                        new Consents(day, Consent.of(course.state()), course.lines()),
                        viewer.requestId(),
                        clock.instant()))
                .orElseGet(() -> Envelope.ng(
                        refusal(Kind.CONSENT_STATE, opened.decisions()), viewer.requestId(), clock.instant()));
    }

    @GetMapping("/{part}")
    Envelope<Records> part(
            @AuthenticationPrincipal InstitutionViewer viewer,
            @PathVariable String insurerNumber,
            @PathVariable String insuredNumber,
            @PathVariable String part) {
        Part wanted = Part.ofPath(part).orElseThrow(() -> new ApiRefusal(ApiError.NOT_FOUND));
        Opened<String> opened = files.open(viewer, UsersApi.key(insurerNumber, insuredNumber), wanted);
        Records records = records(wanted, opened.value(), opened.decisions());
        return records.refused().size() < wanted.kinds().size()
                ? Envelope.ok(records, viewer.requestId(), clock.instant())
                : Envelope.ng(records.refused().getFirst(), viewer.requestId(), clock.instant());
    }

    private static Records records(Part part, String json, Map<Kind, Decision> decisions) {
        List<Fault> refused = part.kinds().stream()
                .map(kind -> fault(kind, Objects.requireNonNull(decisions.get(kind))))
                .filter(Objects::nonNull)
                .toList();
        return new Records(new RawValue(json), refused);
    }

    /** Of a kind that is allowed but absent: the person went a moment ago, as if it had never been there. */
    private static Fault refusal(Kind kind, Map<Kind, Decision> decisions) {
        Fault fault = fault(kind, Objects.requireNonNull(decisions.get(kind)));
        return fault == null ? Faults.of(Reason.NOT_VERIFIED, kind.name()) : fault;
    }

    private static @Nullable Fault fault(Kind kind, Decision decision) {
        return switch (decision) {
            case Decision.Allowed allowed -> null;
            case Decision.Refused(Reason reason) -> Faults.of(reason, kind.name());
        };
    }
}

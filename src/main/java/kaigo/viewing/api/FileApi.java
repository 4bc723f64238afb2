package kaigo.viewing.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kaigo.access.Opened;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;
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
import kaigo.viewing.PersonFiles.ConsentCourse;
import kaigo.viewing.PersonFiles.Cover;
import kaigo.viewing.api.Answers.Said;
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
@RequestMapping(path = "/api/v1/users/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class FileApi {

    private final PersonFiles files;
    private final Answers answers;
    private final InstantSource clock;

    FileApi(PersonFiles files, Answers answers, InstantSource clock) {
        this.files = files;
        this.answers = answers;
        this.clock = clock;
    }

    /** @param crossInsurerLink without it (no PMHキー) files of the same person at other insurers cannot be found */
    record Summary(Person person, Consent consent, boolean crossInsurerLink, Map<String, Access> kinds) {}

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

    record Consents(LocalDate on, Consent state, List<Line> lines) {

        static Consents of(LocalDate day, ConsentCourse course) {
            return new Consents(
                    day,
                    Consent.of(course.state()),
                    course.lines().stream().map(Line::of).toList());
        }
    }

    record Line(String act, LocalDate on, String channel, boolean counts) {

        static Line of(ConsentLine line) {
            return new Line(line.act(), line.on(), line.channel(), line.counts());
        }
    }

    /** Whether a kind of information could be opened, or why not; never whether there is any. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Access(boolean shown, @Nullable Fault refused) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(
            String id,
            String insurerNumber,
            String insuredNumber,
            String name,
            String nameKana,
            @Nullable LocalDate birthDate,
            @Nullable String birthDateText,
            String sex,
            @Nullable String address,
            @Nullable LocalDate lostOn) {
        static Person of(String id, Banner banner) {
            return new Person(
                    id,
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
    Envelope<Summary> summary(@AuthenticationPrincipal InstitutionViewer viewer, @PathVariable String id) {
        return answers.of(viewer, files.openCover(viewer, answers.person(id)), this::summary);
    }

    private Said<Summary> summary(Opened<Optional<Cover>> opened) {
        Map<String, Access> kinds = new TreeMap<>();
        opened.decisions()
                .forEach((kind, decision) ->
                        kinds.put(kind.name(), new Access(decision.isAllowed(), Faults.find(kind, decision))));
        boolean keyed = opened.standing().keyed();
        return opened.value()
                .map(cover -> Said.ok(new Summary(
                        Person.of(answers.id(cover.banner().person()), cover.banner()),
                        Consent.of(cover.consent()),
                        keyed,
                        kinds)))
                .orElseGet(() -> Said.ng(Faults.refusal(Kind.BANNER, opened.decisions())));
    }

    /** Every part that is shown, and why the others are not. */
    @GetMapping("/file")
    Envelope<Map<String, Records>> file(@AuthenticationPrincipal InstitutionViewer viewer, @PathVariable String id) {
        return answers.of(viewer, files.openAll(viewer, answers.person(id)), opened -> {
            Map<String, Records> parts = new LinkedHashMap<>();
            opened.value().forEach((part, json) -> parts.put(part.path(), records(part, json, opened.decisions())));
            return Said.ok(parts);
        });
    }

    /** 包括同意 today or on a day, a past one too; consent itself is given and withdrawn on the screen only. */
    @GetMapping("/consent")
    Envelope<Consents> consent(
            @AuthenticationPrincipal InstitutionViewer viewer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable LocalDate on) {
        LocalDate day = on == null ? Days.of(clock.instant()) : on;
        return answers.of(
                viewer,
                files.openConsent(viewer, answers.person(id), day),
                opened -> opened.value()
                        .map(course -> Said.ok(Consents.of(day, course)))
                        .orElseGet(() -> Said.ng(Faults.refusal(Kind.CONSENT_STATE, opened.decisions()))));
    }

    @GetMapping("/{part}")
    Envelope<Records> part(
            @AuthenticationPrincipal InstitutionViewer viewer, @PathVariable String id, @PathVariable String part) {
        Part wanted = Part.ofPath(part).orElseThrow(() -> new ApiRefusal(ApiError.NOT_FOUND));
        return answers.of(viewer, files.open(viewer, answers.person(id), wanted), opened -> {
            Records records = records(wanted, opened.value(), opened.decisions());
            return records.refused().size() < wanted.kinds().size()
                    ? Said.ok(records)
                    : Said.ng(records.refused().getFirst());
        });
    }

    private static Records records(Part part, String json, Map<Kind, Decision> decisions) {
        return new Records(new RawValue(json), Faults.list(part.kinds(), decisions));
    }
}

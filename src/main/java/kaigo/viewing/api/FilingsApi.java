package kaigo.viewing.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kaigo.access.Opened;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.api.ApiError;
import kaigo.api.ApiRefusal;
import kaigo.api.BusinessError;
import kaigo.api.Envelope;
import kaigo.api.Envelope.Fault;
import kaigo.api.IdempotencyKey;
import kaigo.filing.FilingReply;
import kaigo.filing.Filings;
import kaigo.filing.TypedFiling;
import kaigo.filing.TypedFiling.Entry;
import kaigo.filing.TypedFiling.Wrong;
import kaigo.filing.rules.Filing;
import kaigo.filing.rules.FilingKind;
import kaigo.filing.rules.FilingState;
import kaigo.filing.rules.Submission;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Text;
import kaigo.viewing.PersonFiles;
import kaigo.viewing.PersonFiles.Leaf;
import kaigo.viewing.Tab;
import kaigo.viewing.api.Answers.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 計画作成依頼届出の代行 (our extension): what was filed for a person, filing, and ending it (rulings 36, 41). */
@RestController
@RequestMapping(path = "/api/v1/users/{id}/filings", produces = MediaType.APPLICATION_JSON_VALUE)
class FilingsApi {

    private final PersonFiles files;
    private final Filings filings;
    private final Answers answers;
    private final InstantSource clock;

    FilingsApi(PersonFiles files, Filings filings, Answers answers, InstantSource clock) {
        this.files = files;
        this.filings = filings;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * 届出, as it is sent: the items of P04, typed as on the screen.
     *
     * @param oldDay 提出日 is long ago, and is meant
     */
    record NewFiling(
            @Nullable String kind,
            @Nullable String officeNumber,
            @Nullable String delegateNumber,
            @Nullable String filedOn,
            @Nullable String changedOn,
            @Nullable String changeReason,
            @Nullable String name,
            @Nullable String nameKana,
            @Nullable String birthDate,
            @Nullable String sex,
            @Nullable Boolean oldDay) {

        TypedFiling typed(FilingKind of) {
            Map<Entry, String> typed = new EnumMap<>(Entry.class);
            for (Entry entry : Entry.values()) {
                typed.put(entry, Text.trimBlank(Objects.requireNonNullElse(value(entry), "")));
            }
            return new TypedFiling(of, typed, Boolean.TRUE.equals(oldDay));
        }

        private @Nullable String value(Entry entry) {
            return switch (entry) {
                case OFFICE -> officeNumber;
                case DELEGATE -> delegateNumber;
                case FILED_ON -> filedOn;
                case CHANGED_ON -> changedOn;
                case REASON -> changeReason;
                case NAME -> name;
                case KANA -> nameKana;
                case BIRTH -> birthDate;
                case SEX -> sex;
            };
        }

        @Override
        public String toString() {
            return "NewFiling[…]";
        }
    }

    record End(@Nullable String endedOn) {}

    /** @param before this very act had come before, under the same key */
    record Filed(boolean before) {}

    record Course(List<Line> filings) {}

    /**
     * @param endsOn the day from which it does not hold any more
     * @param reason of a 差戻し, with the municipality's words: for whoever filed, and nobody else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            int filingNo,
            String kind,
            boolean ends,
            boolean active,
            FilingState state,
            String filedBy,
            String officeNumber,
            @Nullable String delegateNumber,
            LocalDate filedOn,
            @Nullable LocalDate changedOn,
            @Nullable LocalDate endsOn,
            OffsetDateTime sentAt,
            @Nullable OffsetDateTime answeredAt,
            @Nullable String reason,
            @Nullable String remark) {

        static Line of(Filing filing, String office) {
            Submission made = filing.made();
            Submission.Answer answer = made.answer();
            boolean own = made.filedBy().equals(office);
            return new Line(
                    made.number(),
                    made.kind().path(),
                    made.ends(),
                    filing.isActive(),
                    filing.state(),
                    made.filedBy(),
                    made.officeNumber(),
                    made.delegateNumber(),
                    made.filedOn(),
                    made.changedOn(),
                    filing.endsOn(),
                    Objects.requireNonNull(at(made.sentAt())),
                    at(answer.at()),
                    own && answer.reason() != null ? answer.reason().name() : null,
                    own && !answer.remark().isEmpty() ? answer.remark() : null);
        }

        private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
            return instant == null ? null : Days.moment(instant);
        }

        @Override
        public String toString() {
            return "Line[…]";
        }
    }

    @GetMapping
    Envelope<Course> list(@AuthenticationPrincipal InstitutionViewer viewer, @PathVariable String id) {
        String office = viewer.institution().number();
        return answers.of(
                viewer, files.openForForm(viewer, answers.person(id), Tab.FILING), opened -> course(opened, office));
    }

    private static Said<Course> course(Opened<Leaf> opened, String office) {
        return opened.value()
                .filings()
                .map(course -> Said.ok(new Course(course.all().stream()
                        .map(filing -> Line.of(filing, office))
                        .toList())))
                .orElseGet(() -> Said.ng(Faults.refusal(Kind.FILING, opened.decisions())));
    }

    /** 提出, also 訂正. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<Filed> file(
            @AuthenticationPrincipal InstitutionViewer viewer,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody NewFiling sent) {
        PersonKey person = answers.person(id);
        Optional<FilingKind> kind = FilingKind.ofPath(Objects.requireNonNullElse(sent.kind(), ""));
        if (kind.isEmpty()) {
            return wrong(viewer, "/kind");
        }
        Optional<String> form = IdempotencyKey.read(key);
        if (form.isEmpty()) {
            return wrong(viewer, IdempotencyKey.HEADER);
        }
        TypedFiling typed = sent.typed(kind.get());
        Map<Entry, Wrong> wrong = typed.check(Days.of(clock.instant()));
        if (!wrong.isEmpty()) {
            List<Fault> faults = wrong.entrySet().stream()
                    .map(one -> fault(one.getKey(), one.getValue(), one.getKey().code()))
                    .toList();
            return Envelope.ng(faults, viewer.requestId(), clock.instant());
        }
        return answer(viewer, filings.file(viewer, person, typed.wanted(), form.get()));
    }

    /** 廃止. */
    @PostMapping(path = "/{kind}/end", consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<Filed> end(
            @AuthenticationPrincipal InstitutionViewer viewer,
            @PathVariable String id,
            @PathVariable String kind,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody End sent) {
        PersonKey person = answers.person(id);
        FilingKind wanted = FilingKind.ofPath(kind).orElseThrow(() -> new ApiRefusal(ApiError.NOT_FOUND));
        Optional<String> form = IdempotencyKey.read(key);
        if (form.isEmpty()) {
            return wrong(viewer, IdempotencyKey.HEADER);
        }
        String day = Text.trimBlank(Objects.requireNonNullElse(sent.endedOn(), ""));
        Wrong wrong = TypedFiling.checkDay(day, Days.of(clock.instant()));
        if (wrong != null) {
            return Envelope.ng(fault(Entry.FILED_ON, wrong, "endedOn"), viewer.requestId(), clock.instant());
        }
        return answer(
                viewer,
                filings.end(viewer, person, wanted, JapaneseDates.parse(day).orElseThrow(), form.get()));
    }

    private Envelope<Filed> answer(InstitutionViewer viewer, FilingReply reply) {
        return switch (reply.answer()) {
            case SENT -> Envelope.ok(new Filed(false), viewer.requestId(), clock.instant());
            case SENT_BEFORE -> Envelope.ok(new Filed(true), viewer.requestId(), clock.instant());
            default -> Envelope.ng(Faults.of(reply), viewer.requestId(), clock.instant());
        };
    }

    private Envelope<Filed> wrong(InstitutionViewer viewer, String item) {
        return Envelope.ng(Fault.of(BusinessError.VALUE_WRONG, item), viewer.requestId(), clock.instant());
    }

    private static Fault fault(Entry entry, Wrong why, String name) {
        return Fault.ofValue("/" + name, why.sentence(entry));
    }
}

package kaigo.viewing.api;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import kaigo.access.PersonHandles;
import kaigo.access.PersonKey;
import kaigo.api.Envelope;
import kaigo.identity.CardChallenge;
import kaigo.insured.CardChecks;
import kaigo.insured.CardResult;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** マイナンバーカードによる本人確認 (our extension; docs/card-reader.md): what the reader has to sign, and what it signed. */
@RestController
@RequestMapping(path = "/api/v1/users", produces = MediaType.APPLICATION_JSON_VALUE)
class CardApi {

    private final CardChecks checks;
    private final PersonHandles handles;
    private final InstantSource clock;

    CardApi(CardChecks checks, PersonHandles handles, InstantSource clock) {
        this.checks = checks;
        this.handles = handles;
        this.clock = clock;
    }

    /** @param office whose reader has to sign it */
    record Challenge(String challenge, String office, OffsetDateTime expiresAt) {}

    /** @param assertion of the reader */
    record Read(@Nullable String assertion) {
        @Override
        public String toString() {
            return "Read[…]";
        }
    }

    /** Who stands in the 利用者一覧 now. */
    record Added(String id, String insurerNumber, String insuredNumber) {}

    @PostMapping("/card-challenges")
    Envelope<Challenge> begin(@AuthenticationPrincipal InstitutionViewer viewer) {
        CardChallenge made = checks.begin(viewer);
        OffsetDateTime until = made.expiresAt()
                .truncatedTo(ChronoUnit.SECONDS)
                .atZone(Days.JAPAN)
                .toOffsetDateTime();
        return Envelope.ok(
                new Challenge(made.nonce(), viewer.institution().holder(), until), viewer.requestId(), clock.instant());
    }

    @PostMapping(path = "/card", consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<Added> verify(@AuthenticationPrincipal InstitutionViewer viewer, @RequestBody Read read) {
        CardResult result = checks.verify(viewer, Objects.requireNonNullElse(read.assertion(), ""));
        PersonKey person = result.person();
        return person == null
                ? Envelope.ng(Faults.of(result.answer(), result.startsOn()), viewer.requestId(), clock.instant())
                : Envelope.ok(
                        new Added(
                                handles.of(person),
                                person.insurer().value(),
                                person.insured().value()),
                        viewer.requestId(),
                        clock.instant());
    }
}

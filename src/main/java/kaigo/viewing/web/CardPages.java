package kaigo.viewing.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import kaigo.access.PersonHandles;
import kaigo.access.PersonKey;
import kaigo.identity.CardChallenge;
import kaigo.insured.CardChecks;
import kaigo.insured.CardResult;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.JapaneseDates;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.RequestContextUtils;

/** マイナンバーカードで確認する, on 利用者の追加: what the page's script asks for and sends (docs/card-reader.md). */
@RestController
class CardPages {

    private final CardChecks checks;
    private final PersonHandles handles;
    private final InstantSource clock;

    CardPages(CardChecks checks, PersonHandles handles, InstantSource clock) {
        this.checks = checks;
        this.handles = handles;
        this.clock = clock;
    }

    /**
     * @param office whose reader has to sign it
     * @param seconds for which it is good: the clock of the office's PC may be off
     */
    record Asked(String challenge, String office, long seconds) {}

    /** @param assertion of the reader */
    record Read(@Nullable String assertion) {
        @Override
        public String toString() {
            return "Read[…]";
        }
    }

    /** @param next the page of whoever stands in the list now */
    record Added(String next) {}

    /** In the reason's words. */
    record Refused(String problem, String remedy) {}

    @PostMapping(path = UserPages.NEW + "/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
    Asked begin(InstitutionViewer viewer) {
        CardChallenge made = checks.begin(viewer);
        long seconds = Duration.between(clock.instant(), made.expiresAt()).toSeconds();
        return new Asked(made.nonce(), viewer.institution().holder(), seconds);
    }

    @PostMapping(
            path = UserPages.NEW + "/card",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> verify(
            InstitutionViewer viewer,
            @RequestBody Read read,
            HttpServletRequest request,
            HttpServletResponse response) {
        CardResult result = checks.verify(viewer, Objects.requireNonNullElse(read.assertion(), ""));
        PersonKey person = result.person();
        if (person == null) {
            LocalDate starts = result.startsOn();
            String day = starts == null ? null : JapaneseDates.both(starts);
            return ResponseEntity.unprocessableContent()
                    .body(new Refused(
                            UserNewPage.sentence(result.answer(), day),
                            result.answer().nextStep()));
        }
        String next = UsersPage.PATH + "/" + handles.of(person);
        RequestContextUtils.getOutputFlashMap(request)
                .put(UserPages.DONE, result.answer().sentence());
        RequestContextUtils.saveOutputFlashMap(next, request, response);
        return ResponseEntity.ok(new Added(next));
    }
}

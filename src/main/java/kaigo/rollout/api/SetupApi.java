package kaigo.rollout.api;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import kaigo.api.ApiError;
import kaigo.api.ApiRefusal;
import kaigo.rollout.Setups;
import kaigo.rollout.rules.Condition;
import kaigo.rollout.rules.LinkMethod;
import kaigo.rollout.rules.Precondition;
import kaigo.rollout.rules.Setup.Reason;
import kaigo.rollout.rules.SetupStep;
import kaigo.shared.InsurerViewer;
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

/**
 * 初期セットアップの API: what the page does, for the insurer's system. A step that is not allowed is a business answer:
 * 200, the set-up as it is, and the reason in {@code refused}.
 */
@RestController
@RequestMapping(path = "/v1/insurers/{insurerNumber}/setup", produces = MediaType.APPLICATION_JSON_VALUE)
class SetupApi {

    private static final int MOST_COUNTS = 50;

    private final Setups setups;

    SetupApi(Setups setups) {
        this.setups = setups;
    }

    /** @param day 基準日 or 利用開始日, where the step needs one */
    record Step(SetupStep step, @Nullable LocalDate day) {}

    /** @param method 連携方式, with METHOD_CHOSEN */
    record Met(boolean met, @Nullable LinkMethod method) {}

    /** @param counts 市町村側の件数 by interface */
    record Counts(Map<String, Integer> counts) {}

    @GetMapping
    SetupAnswer show(@AuthenticationPrincipal InsurerViewer viewer) {
        return SetupAnswer.of(setups.look(viewer));
    }

    @PutMapping(path = "/preconditions/{precondition}", consumes = MediaType.APPLICATION_JSON_VALUE)
    SetupDone precondition(
            @AuthenticationPrincipal InsurerViewer viewer,
            @PathVariable Precondition precondition,
            @RequestBody Met met) {
        return done(setups.record(viewer, new Condition(precondition, met.met(), met.method())));
    }

    @PutMapping(path = "/counts", consumes = MediaType.APPLICATION_JSON_VALUE)
    SetupDone counts(@AuthenticationPrincipal InsurerViewer viewer, @RequestBody Counts sent) {
        boolean wrong = sent.counts().size() > MOST_COUNTS
                || sent.counts().values().stream().anyMatch(count -> count < 0);
        if (wrong) {
            throw new ApiRefusal(ApiError.BAD_REQUEST);
        }
        return done(setups.enterCounts(viewer, sent.counts()));
    }

    @PostMapping(path = "/steps", consumes = MediaType.APPLICATION_JSON_VALUE)
    SetupDone step(@AuthenticationPrincipal InsurerViewer viewer, @RequestBody Step step) {
        return done(setups.take(viewer, step.step(), step.day()));
    }

    private static SetupDone done(Optional<Reason> refused) {
        return SetupDone.of(refused.orElse(null));
    }
}

package kaigo.opinion.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kaigo.api.ApiError;
import kaigo.api.ApiRefusal;
import kaigo.api.BusinessError;
import kaigo.api.Envelope;
import kaigo.api.Envelope.Fault;
import kaigo.api.IdempotencyKey;
import kaigo.layout.LayoutItem;
import kaigo.opinion.Claim;
import kaigo.opinion.Claims;
import kaigo.opinion.Claims.Opened;
import kaigo.opinion.Claims.Sent;
import kaigo.opinion.Claims.Typed;
import kaigo.opinion.LetterAnswer;
import kaigo.opinion.rules.ClaimAct;
import kaigo.opinion.rules.ClaimCheck;
import kaigo.opinion.rules.ClaimState;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.Text;
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

/** 意見書作成料の請求 (our extension): claim, correct, cancel. */
@RestController
@RequestMapping(path = "/api/v1/opinions/{id}/claim", produces = MediaType.APPLICATION_JSON_VALUE)
class OpinionClaimsApi {

    private final Claims claims;
    private final InstantSource clock;

    OpinionClaimsApi(Claims claims, InstantSource clock) {
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * What was claimed, and what may be.
     *
     * @param version for whoever acts on it next; 0 as long as nothing was claimed
     * @param open whether the municipality takes claims by this way
     * @param ownFees whether the fees are the municipality's own
     * @param suggested what a claim begins with, by code of P03
     * @param bounds 上限 in points, by code of P03
     * @param items what was claimed last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(
            ClaimState state,
            int version,
            List<ClaimAct> acts,
            boolean open,
            @Nullable LocalDate takesFrom,
            boolean ownFees,
            Map<String, String> suggested,
            Map<String, Integer> bounds,
            @Nullable Claimed claimed) {

        static Standing of(Opened opened) {
            return new Standing(
                    opened.state(),
                    opened.version(),
                    Arrays.stream(ClaimAct.values()).filter(opened.state()::can).toList(),
                    opened.closed() == null,
                    opened.closed() == null ? null : opened.closed().until(),
                    opened.ownFees(),
                    opened.suggested(),
                    opened.fees().bounds(),
                    opened.claim() == null ? null : Claimed.of(opened.claim()));
        }
    }

    /** @param total 請求額 in yen */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Claimed(
            int claimNo,
            ClaimAct last,
            Map<String, String> items,
            long total,
            OffsetDateTime sentAt,
            Opinion.@Nullable Answer answer) {

        static Claimed of(Claim claim) {
            return new Claimed(
                    claim.number(),
                    claim.last(),
                    claim.items(),
                    ClaimCheck.total(claim.items()),
                    Objects.requireNonNull(Opinion.at(claim.sentAt())),
                    Opinion.Answer.of(claim.answered()));
        }

        @Override
        public String toString() {
            return "Claimed[" + claimNo + "]";
        }
    }

    /** @param version of what was seen */
    record Wanted(@Nullable Integer version, @Nullable Map<String, @Nullable String> items) {
        @Override
        public String toString() {
            return "Wanted[…]";
        }
    }

    /** @param before this very act had come before, under the same key */
    record Done(ClaimAct act, boolean before) {}

    @GetMapping
    Envelope<Standing> show(@AuthenticationPrincipal InstitutionViewer viewer, @PathVariable UUID id) {
        Opened opened = claims.open(viewer, id).orElseThrow(OpinionClaimsApi::absent);
        return Envelope.ok(Standing.of(opened), viewer.requestId(), clock.instant());
    }

    /** A claim, or the correction of the one that was sent. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<Done> send(
            @AuthenticationPrincipal InstitutionViewer viewer,
            @PathVariable UUID id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Wanted sent) {
        Map<String, @Nullable String> said = Objects.requireNonNullElse(sent.items(), Map.of());
        Map<String, String> typed = new LinkedHashMap<>();
        for (LayoutItem item : ClaimCheck.items()) {
            String value = Objects.requireNonNullElse(said.get(item.code()), "");
            typed.put(item.code(), ClaimCheck.plain(item, Text.trimBlank(value)));
        }
        Optional<String> unknown =
                said.keySet().stream().filter(code -> !typed.containsKey(code)).findFirst();
        Optional<String> form = IdempotencyKey.read(key);
        if (unknown.isPresent() || form.isEmpty()) {
            String item = unknown.map(code -> "/items/" + code).orElse(IdempotencyKey.HEADER);
            return Envelope.ng(Fault.of(BusinessError.VALUE_WRONG, item), viewer.requestId(), clock.instant());
        }
        return answer(viewer, claims.send(viewer, id, new Typed(typed, form.get(), seen(sent))), typed);
    }

    @PostMapping(path = "/cancel", consumes = MediaType.APPLICATION_JSON_VALUE)
    Envelope<Done> cancel(
            @AuthenticationPrincipal InstitutionViewer viewer,
            @PathVariable UUID id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody Wanted sent) {
        Optional<String> form = IdempotencyKey.read(key);
        if (form.isEmpty()) {
            Fault fault = Fault.of(BusinessError.VALUE_WRONG, IdempotencyKey.HEADER);
            return Envelope.ng(fault, viewer.requestId(), clock.instant());
        }
        return answer(viewer, claims.cancel(viewer, id, new Typed(Map.of(), form.get(), seen(sent))), Map.of());
    }

    private Envelope<Done> answer(InstitutionViewer viewer, Sent sent, Map<String, String> typed) {
        return switch (sent.answer()) {
            case DONE -> Envelope.ok(new Done(sent.act(), false), viewer.requestId(), clock.instant());
            case ALREADY -> Envelope.ok(new Done(sent.act(), true), viewer.requestId(), clock.instant());
            case ABSENT -> throw absent();
            case INCOMPLETE ->
                Envelope.ng(wrong(Objects.requireNonNull(sent.opened()), typed), viewer.requestId(), clock.instant());
            case CLAIM_NOT_TAKEN ->
                Envelope.ng(notTaken(Objects.requireNonNull(sent.opened())), viewer.requestId(), clock.instant());
            default -> Envelope.ng(Faults.of(sent.answer()), viewer.requestId(), clock.instant());
        };
    }

    private List<Fault> wrong(Opened opened, Map<String, String> typed) {
        LocalDate today = Days.of(clock.instant());
        return Faults.of(
                LetterAnswer.INCOMPLETE,
                ClaimCheck.items(),
                ClaimCheck.check(
                        typed,
                        opened.letter().requestedOn(),
                        today,
                        opened.fees().bounds()));
    }

    private static Fault notTaken(Opened opened) {
        return Faults.of(
                LetterAnswer.CLAIM_NOT_TAKEN,
                opened.closed() == null ? null : opened.closed().until());
    }

    private static int seen(Wanted sent) {
        return sent.version() == null ? -1 : sent.version();
    }

    private static ApiRefusal absent() {
        return new ApiRefusal(ApiError.NOT_FOUND);
    }
}

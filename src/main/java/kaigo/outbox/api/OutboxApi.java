package kaigo.outbox.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import kaigo.api.ApiError;
import kaigo.api.ApiRefusal;
import kaigo.outbox.Outbox;
import kaigo.outbox.Outbox.Fetched;
import kaigo.outbox.Outbox.Reply;
import kaigo.outbox.OutboxAnswer;
import kaigo.outbox.OutboxItem;
import kaigo.outbox.rules.Answer;
import kaigo.outbox.rules.ItemState;
import kaigo.outbox.rules.ReturnReason;
import kaigo.shared.Days;
import kaigo.shared.InsurerViewer;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.util.RawValue;

/** 送付箱 of 方式① (interface.md 9.8; proposed, ours; contract: openapi/kiban-v1.yaml). */
@RestController
@RequestMapping("/v1/insurers/{insurerNumber}/outbox")
class OutboxApi {

    private static final int LONGEST_PAGE = 1000;

    private final Outbox outbox;

    OutboxApi(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param nextSince value of {@code since} for the page that follows; absent on the last so far */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Items(List<Item> items, @Nullable Long nextSince) {}

    /** @param receiptNo of P01, which is about no person */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            long id,
            String ifId,
            @Nullable String insuredNumber,
            @Nullable String receiptNo,
            OffsetDateTime putAt,
            ItemState state) {
        static Item of(OutboxItem item) {
            return new Item(
                    item.number(),
                    item.interfaceId(),
                    item.insuredNumber(),
                    item.receipt(),
                    Days.moment(item.putAt()),
                    item.state());
        }
    }

    /** @param record items by the code names of the interface */
    record Sent(long id, String ifId, RawValue record) {
        static Sent of(Fetched fetched) {
            return new Sent(fetched.item().number(), fetched.item().interfaceId(), new RawValue(fetched.record()));
        }
    }

    /**
     * @param reason of a 差戻し
     * @param text for whoever has sent it
     */
    record Given(
            @Nullable Answer answer,
            @Nullable ReturnReason reason,
            @Nullable String text) {

        OutboxAnswer read() {
            try {
                return new OutboxAnswer(
                        Objects.requireNonNull(answer), reason, Text.trimBlank(Objects.requireNonNullElse(text, "")));
            } catch (IllegalArgumentException | NullPointerException unusable) {
                throw new ApiRefusal(ApiError.BAD_REQUEST);
            }
        }
    }

    @GetMapping
    Items list(
            @AuthenticationPrincipal InsurerViewer viewer,
            @RequestParam(required = false) @Nullable String ifId,
            @RequestParam(defaultValue = "0") long since,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE || since < 0) {
            throw new ApiRefusal(ApiError.BAD_REQUEST);
        }
        List<OutboxItem> found = outbox.list(viewer, ifId, since, limit);
        return new Items(
                found.stream().map(Item::of).toList(),
                found.size() < limit ? null : found.getLast().number());
    }

    @GetMapping("/{id}")
    Sent fetch(@AuthenticationPrincipal InsurerViewer viewer, @PathVariable long id) {
        return outbox.fetch(viewer, id).map(Sent::of).orElseThrow(() -> new ApiRefusal(ApiError.NOT_FOUND));
    }

    @PostMapping("/{id}/ack")
    Item answer(@AuthenticationPrincipal InsurerViewer viewer, @PathVariable long id, @RequestBody Given given) {
        return switch (outbox.answer(viewer, id, given.read())) {
            case Reply.Taken taken -> Item.of(taken.item());
            case Reply.NotNow not -> throw new ApiRefusal(ApiError.ANSWER_NOT_NOW);
            case Reply.Absent absent -> throw new ApiRefusal(ApiError.NOT_FOUND);
        };
    }
}

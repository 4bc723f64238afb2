package kaigo.viewing.api;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import kaigo.access.PersonHandles;
import kaigo.access.rules.Kind;
import kaigo.api.ApiError;
import kaigo.api.ApiRefusal;
import kaigo.api.Envelope;
import kaigo.shared.InstitutionViewer;
import kaigo.viewing.ChangeCursor;
import kaigo.viewing.Changes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 更新の一覧 (an extension over the official API). */
@RestController
class ChangesApi {

    private static final int LONGEST_PAGE = 100;

    private final Changes changes;
    private final PersonHandles handles;
    private final InstantSource clock;

    ChangesApi(Changes changes, PersonHandles handles, InstantSource clock) {
        this.changes = changes;
        this.handles = handles;
        this.clock = clock;
    }

    /** @param kinds of what this viewer may see, what is new */
    record Changed(String id, String insurerNumber, String insuredNumber, Set<Kind> kinds) {}

    /**
     * @param next for {@code since} of the next question
     * @param more this round goes on: ask again at once
     */
    record Answer(List<Changed> users, String next, boolean more) {}

    @GetMapping(path = "/api/v1/changes", produces = MediaType.APPLICATION_JSON_VALUE)
    Envelope<Answer> list(
            @AuthenticationPrincipal InstitutionViewer viewer,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(defaultValue = "100") int limit) {
        ChangeCursor cursor = since == null
                ? ChangeCursor.ALL
                : ChangeCursor.parse(since, handles).orElseThrow(() -> new ApiRefusal(ApiError.BAD_REQUEST));
        Changes.Page page = changes.list(viewer, cursor, Math.clamp(limit, 1, LONGEST_PAGE));
        List<Changed> users = page.persons().entrySet().stream()
                .map(one -> new Changed(
                        handles.of(one.getKey()),
                        one.getKey().insurer().value(),
                        one.getKey().insured().value(),
                        one.getValue()))
                .toList();
        return Envelope.ok(
                new Answer(users, page.next().token(handles), page.more()), viewer.requestId(), clock.instant());
    }
}

package kaigo.intake.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kaigo.api.ApiError;
import kaigo.api.ApiRefusal;
import kaigo.intake.Answer;
import kaigo.intake.FileAddress;
import kaigo.intake.Handling;
import kaigo.intake.Incoming;
import kaigo.intake.Receipt;
import kaigo.intake.Reception;
import kaigo.intake.Results;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * 登録 of 方式① (interface.md 9.8; proposed, ours; contract: openapi/kiban-v1.yaml). The insurer of the path is the
 * certificate's own: no other gets here.
 */
@RestController
@RequestMapping("/v1/insurers/{insurerNumber}/{ifId}/registrations")
class RegistrationsApi {

    private static final Logger LOG = LoggerFactory.getLogger(RegistrationsApi.class);
    private static final int LONGEST_PAGE = 1000;

    private final Reception reception;
    private final Results results;
    private final ReceptionSlots slots;

    RegistrationsApi(Reception reception, Results results, ReceptionSlots slots) {
        this.reception = reception;
        this.results = results;
        this.slots = slots;
    }

    /** 202 with a 受付番号; 200 if what was sent can't be taken, with the reason in the body. */
    @PostMapping(consumes = {"text/csv", "application/x-ndjson"})
    ResponseEntity<ReceptionAnswer> register(
            @AuthenticationPrincipal InsurerViewer viewer,
            @PathVariable String ifId,
            @RequestParam(required = false) @Nullable String fileName,
            HttpServletRequest request) {
        requireKnown(ifId);
        requirePlainUtf8(request);
        Answer answer = slots.within(viewer.insurer(), () -> receive(viewer, ifId, fileName, request));
        ReceptionAnswer body = ReceptionAnswer.of(answer, viewer.requestId());
        return switch (answer) {
            case Answer.Accepted accepted ->
                ResponseEntity.accepted()
                        .location(URI.create(request.getRequestURI() + "/" + accepted.receipt()))
                        .body(body);
            case Answer.Refused refused -> ResponseEntity.ok(body);
        };
    }

    @GetMapping
    Lists.Registrations list(
            @AuthenticationPrincipal InsurerViewer viewer,
            @PathVariable String ifId,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(defaultValue = "50") int limit) {
        requireKnown(ifId);
        requireLength(limit);
        Receipt last =
                before == null ? null : Receipt.parse(before).orElseThrow(() -> new ApiRefusal(ApiError.BAD_REQUEST));
        return Lists.Registrations.of(results.listFiles(viewer, ifId, last, limit), limit);
    }

    @GetMapping("/{receiptNo}")
    RegistrationView show(
            @AuthenticationPrincipal InsurerViewer viewer, @PathVariable String ifId, @PathVariable String receiptNo) {
        return address(ifId, receiptNo)
                .flatMap(address -> results.findFile(viewer, address))
                .map(RegistrationView::of)
                .orElseThrow(() -> new ApiRefusal(ApiError.NOT_FOUND));
    }

    static Optional<FileAddress> address(String ifId, String receiptNo) {
        return Receipt.parse(receiptNo).map(receipt -> new FileAddress(receipt, ifId));
    }

    private Answer receive(InsurerViewer viewer, String ifId, @Nullable String fileName, HttpServletRequest request) {
        if (request.getContentLengthLong() > Body.LIMIT) {
            throw new ApiRefusal(ApiError.BODY_TOO_LARGE);
        }
        try (Body body = new Body(request.getInputStream())) {
            return receive(viewer, new Incoming(body, fileName, Body.LIMIT, ifId), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer receive(InsurerViewer viewer, Incoming incoming, Body body) {
        try {
            Answer answer = reception.receive(viewer, incoming);
            if (answer instanceof Answer.Refused && body.isTooLarge()) {
                throw new ApiRefusal(ApiError.BODY_TOO_LARGE);
            }
            return answer;
        } catch (UncheckedIOException e) {
            if (body.isBroken()) {
                throw new ApiRefusal(ApiError.BODY_INCOMPLETE);
            }
            // Such as a full disk.
            LOG.error("a received file could not be kept", e);
            throw new ApiRefusal(ApiError.UNAVAILABLE);
        }
    }

    private static void requireKnown(String ifId) {
        if (Handling.find(ifId).isEmpty()) {
            throw new ApiRefusal(ApiError.NOT_FOUND);
        }
    }

    static void requireLength(int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new ApiRefusal(ApiError.BAD_REQUEST);
        }
    }

    private static void requirePlainUtf8(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        MediaType type = MediaType.parseMediaType(request.getContentType());
        boolean utf8 = type.getCharset() == null || StandardCharsets.UTF_8.equals(type.getCharset());
        if (!utf8 || (encoding != null && !encoding.equals("identity"))) {
            throw new ApiRefusal(ApiError.UNSUPPORTED_MEDIA_TYPE);
        }
    }
}

package kaigo.committee.api;

import java.time.InstantSource;
import kaigo.api.ApiError;
import kaigo.api.ApiRefusal;
import kaigo.committee.Materials;
import kaigo.committee.Materials.Answer;
import kaigo.shared.InsurerViewer;
import kaigo.shared.MyNumber;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 審査会資料 of 方式①: what became of a set that was sent by M11 (proposed, ours; contract: openapi/kiban-v1.yaml). */
@RestController
@RequestMapping("/v1/insurers/{insurerNumber}/committee-materials/{materialNo}")
class MaterialsApi {

    private static final int LONGEST_REASON = 200;

    private final Materials materials;
    private final InstantSource clock;

    MaterialsApi(Materials materials, InstantSource clock) {
        this.materials = materials;
        this.clock = clock;
    }

    @GetMapping
    MaterialAnswer show(@AuthenticationPrincipal InsurerViewer viewer, @PathVariable String materialNo) {
        return materials
                .find(viewer, materialNo)
                .map(found -> MaterialAnswer.of(found, clock.instant()))
                .orElseThrow(() -> new ApiRefusal(ApiError.NOT_FOUND));
    }

    /** @param reason what the members are told */
    record Recalled(@Nullable String reason) {

        String read() {
            String read = reason == null ? "" : Text.trimBlank(reason);
            if (read.isEmpty() || Text.codePoints(read) > LONGEST_REASON || MyNumber.mayStandIn(read)) {
                throw new ApiRefusal(ApiError.BAD_REQUEST);
            }
            return read;
        }
    }

    /** @param recalled false: it was over already, and stays as it is */
    record Answered(String materialNo, boolean recalled) {}

    @PostMapping("/recall")
    Answered recall(
            @AuthenticationPrincipal InsurerViewer viewer,
            @PathVariable String materialNo,
            @RequestBody Recalled recalled) {
        Answer answer = materials.recall(viewer, materialNo, recalled.read());
        if (answer == Answer.ABSENT) {
            throw new ApiRefusal(ApiError.NOT_FOUND);
        }
        return new Answered(materialNo, answer == Answer.DONE);
    }
}

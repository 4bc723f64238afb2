package kaigo.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kaigo.access.rules.OpinionRequest;
import kaigo.access.rules.Viewpoint.Verification;
import kaigo.shared.CareManagerNumber;
import org.jspecify.annotations.Nullable;

/**
 * 事実, as one round trip brings them: of a viewer at an institution, and of one person at one insurer.
 *
 * @param inOrder the account is active, its institution in operation, the certificate registered, not revoked and not past its end
 * @param registered the institution is in operation today
 * @param jobs names of 職種
 * @param services サービス種類コード of today
 * @param started 利用開始日 of the insurer is reached
 * @param certified 要介護認定履歴番号 of the certified applications
 * @param consent rows of {@code consent.facts}
 * @param applications rows of {@code certification.facts}
 * @param addressOpen the person is there and not under 支援措置
 * @param elsewhere the person's other files, only for a viewer who knows the person
 */
record FileFacts(
        boolean inOrder,
        boolean registered,
        List<String> jobs,
        @Nullable CareManagerNumber careManagerNumber,
        List<String> services,
        boolean started,
        Verification verification,
        List<OpinionRequest> requests,
        Set<String> certified,
        List<ConsentReading.Line> consent,
        List<ConsentReading.Filed> applications,
        @Nullable LocalDate lostOn,
        boolean addressOpen,
        Elsewhere elsewhere) {

    /**
     * @param keyed there is a PMHキー, by which files at other insurers are found
     * @param files of the same person, as far as they are known
     */
    record Elsewhere(boolean keyed, List<PersonKey> files) {}

    /** The same for anybody of the institution with these 職種; of one that is no longer in operation nobody can sign in. */
    FileFacts asOf(List<String> others) {
        return new FileFacts(
                registered,
                registered,
                others,
                null,
                services,
                started,
                verification,
                requests,
                certified,
                consent,
                applications,
                lostOn,
                addressOpen,
                elsewhere);
    }
}

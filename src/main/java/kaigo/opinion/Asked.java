package kaigo.opinion;

import java.time.LocalDate;
import kaigo.access.PersonKey;
import kaigo.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/**
 * 主治医意見書の作成依頼: for whom, and to whom.
 *
 * @param requestedOn 作成依頼日
 * @param dueOn 期限, if the municipality has said one
 */
public record Asked(
        PersonKey person,
        InstitutionId issuer,
        LocalDate requestedOn,
        @Nullable LocalDate dueOn) {

    @Override
    public String toString() {
        return "Asked[" + issuer + "]";
    }
}

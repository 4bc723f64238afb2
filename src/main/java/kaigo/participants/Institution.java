package kaigo.participants;

import java.time.LocalDate;
import java.util.List;
import kaigo.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/**
 * 事業所・医療機関: who may be named by a municipality's records, and with which services since when (rulings 7).
 */
public record Institution(
        InstitutionId id, String name, String prefecture, LocalDate validFrom, List<Service> services) {

    /** サービス種類コード and its period. @param validTo last day, or null while it is offered */
    public record Service(
            String code, LocalDate validFrom, @Nullable LocalDate validTo) {}
}

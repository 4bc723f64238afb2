package kaigo.participants;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 事業所・医療機関: who may be named by a municipality's records, and with which services since when (rulings 7).
 *
 * @param number 事業所番号 or 医療機関コード
 */
public record Institution(
        String number, Kind kind, String name, String prefecture, LocalDate validFrom, List<Service> services) {

    /** 番号の種類, codes of 発行先区分. */
    public enum Kind {
        MEDICAL(1),
        OFFICE(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /** サービス種類コード and its period. @param validTo last day, or null while it is offered */
    public record Service(
            String code, LocalDate validFrom, @Nullable LocalDate validTo) {}
}

package kaigo.insured.load;

import java.time.LocalDate;
import kaigo.layout.CheckOptions;
import kaigo.layout.ErrorId;
import kaigo.layout.Findings;
import kaigo.layout.RecordRule;
import kaigo.layout.Row;
import kaigo.layout.items.M01;
import kaigo.shared.InsuredCategory;
import org.jspecify.annotations.Nullable;

/**
 * 介護被保険者番号等情報の関係チェック: what the item table of M01 cannot say. みなし2号 have numbers that begin with H
 * (interface.md 7.3), and nobody is insured before being born; both rest on recollection and are warnings (settled 30).
 */
final class PersonRule implements RecordRule {

    @Override
    public void check(Row row, CheckOptions options, Findings findings) {
        if (isDeemed(row.get(M01.INSURED_CATEGORY)) != beginsWithH(row.get(M01.INSURED_NUMBER))) {
            findings.add(ErrorId.W4008, row.layout().item(row.layout().position(M01.INSURED_CATEGORY)));
        }
        LocalDate born = row.get(M01.BIRTH_DATE);
        LocalDate insured = row.get(M01.QUALIFIED_FROM);
        if (born != null && insured != null && insured.isBefore(born)) {
            findings.add(
                    ErrorId.W4006,
                    row.layout().item(row.layout().position(M01.BIRTH_DATE)),
                    row.layout().item(row.layout().position(M01.QUALIFIED_FROM)).name());
        }
    }

    private static boolean isDeemed(@Nullable String category) {
        return InsuredCategory.DEEMED_SECOND.code().equals(category);
    }

    private static boolean beginsWithH(@Nullable String number) {
        return number != null && number.startsWith("H");
    }
}

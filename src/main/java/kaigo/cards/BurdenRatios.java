package kaigo.cards;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kaigo.access.ListPermit;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 負担割合の年度: what somebody pays before the first of August, and from then on. */
@Component
public class BurdenRatios {

    /** Of several certificates for a day, the newest holds. */
    private static final String ON_A_DAY = """
            left join lateral (
                select case when %1$s between r.from1 and r.to1 then r.ratio1 else r.ratio2 end as ratio
                from cards.burden_ratio_shown r
                where r.insurer_number = q.insurer_number and r.insured_number = q.insured_number
                    and (%1$s between r.from1 and r.to1 or %1$s between r.from2 and r.to2)
                order by r.issued_on desc, r.burden_year desc, r.history_no::int desc limit 1) %2$s on true
            """;

    private static final String CHANGES =
            """
            select q.insurer_number, q.insured_number, b.ratio as before, a.ratio as after
            from unnest(:insurers, :insureds) as q (insurer_number, insured_number)
            """ + ON_A_DAY.formatted("(:first::date - 1)", "b") + ON_A_DAY.formatted(":first::date", "a");

    private final JdbcClient database;

    BurdenRatios(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param before code of M03, on the last day of July; null if there is no certificate for it
     * @param after the same on the first of August
     */
    public record YearChange(
            @Nullable String before, @Nullable String after) {

        /** Both are known and differ. */
        public boolean isChange() {
            return before != null && after != null && !before.equals(after);
        }
    }

    /** Of those on the page whose 負担割合証 may be seen. */
    public Map<PersonKey, YearChange> listChanges(ListPermit permit, RatioYear year) {
        List<PersonKey> persons = permit.listFor(Kind.BURDEN_RATIO);
        Map<PersonKey, YearChange> changes = new LinkedHashMap<>();
        database.sql(CHANGES)
                .param("insurers", PersonKey.insurers(persons))
                .param("insureds", PersonKey.insureds(persons))
                .param("first", year.first())
                .query(row -> {
                    PersonKey person =
                            new PersonKey(new InsurerNumber(row.getString(1)), new InsuredNumber(row.getString(2)));
                    changes.put(person, new YearChange(row.getString("before"), row.getString("after")));
                });
        return changes;
    }
}

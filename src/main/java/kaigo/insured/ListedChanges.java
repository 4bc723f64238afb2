package kaigo.insured;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kaigo.access.JobPermit;
import kaigo.access.NotAboutAPerson;
import kaigo.access.Permit;
import kaigo.access.PersonKey;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 利用者一覧の方に関する変化: of whoever stands in an office's list and has something new, until the lists have followed. Only that
 * there is something; what it is, the rule and the records say.
 */
@Component
public class ListedChanges {

    private final JdbcClient database;

    ListedChanges(JdbcClient database) {
        this.database = database;
    }

    /** In the transaction of what is new. */
    public void note(Permit permit, List<PersonKey> persons) {
        database.sql("""
                insert into insured.listed_change (insurer_number, insured_number)
                select q.insurer_number, q.insured_number from unnest(?, ?) as q (insurer_number, insured_number)""")
                .params(PersonKey.insurers(persons), PersonKey.insureds(persons))
                .update();
    }

    /** Whether the lists have followed all that is new: the demo waits for it. */
    @NotAboutAPerson("whether anything waits, of whomever")
    public boolean areFollowed() {
        return database.sql("select not exists (select from insured.listed_change)")
                .query(Boolean.class)
                .single();
    }

    /** As many, by their numbers, which are done with the running transaction. For one taker at a time. */
    public Set<PersonKey> take(JobPermit permit, int limit) {
        return new LinkedHashSet<>(database.sql("""
                delete from insured.listed_change
                where (insurer_number, insured_number, id) in (
                    select insurer_number, insured_number, id from insured.listed_change order by 1, 2, 3 limit ?)
                returning insurer_number, insured_number""")
                .param(limit)
                .query((row, n) -> new PersonKey(
                        new InsurerNumber(row.getString("insurer_number")),
                        new InsuredNumber(row.getString("insured_number"))))
                .list());
    }
}

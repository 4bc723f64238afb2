package kaigo.insured;

import java.time.LocalDate;
import java.util.List;
import kaigo.access.InsurerPermit;
import kaigo.shared.InsuredNumber;
import kaigo.shared.PersonSearch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OwnInsuredSearchStore {

    private final JdbcClient database;

    OwnInsuredSearchStore(JdbcClient database) {
        this.database = database;
    }

    /** In the order of the kana. */
    List<Person> search(InsurerPermit permit, String typed, @Nullable LocalDate birth, int most) {
        PersonSearch search = PersonSearch.of(typed);
        return database.sql("""
                select p.* from insured.person p
                join insured.search_names n on n.insurer_number = p.insurer_number and n.insured_number = p.insured_number
                where p.insurer_number = :insurer and (:birth::date is null or p.birth_date = :birth)
                    and case when :byNumber then p.insured_number like :typed
                        else n.kana like :typed or n.name like :typed end
                order by n.kana, p.insured_number limit :most""")
                .param("insurer", permit.insurer().value())
                .param("birth", birth)
                .param("byNumber", search.isByNumber())
                .param("typed", search.pattern())
                .param("most", most)
                .query((row, n) -> new Person(
                        row.getString("insured_number"),
                        row.getString("name"),
                        row.getString("name_kana"),
                        row.getObject("birth_date", LocalDate.class),
                        row.getString("birth_date_text"),
                        row.getString("sex"),
                        row.getString("address"),
                        "2".equals(row.getString("residence_exception")),
                        row.getString("address_municipality"),
                        row.getBoolean("protection"),
                        false))
                .list();
    }

    /** 支援措置. */
    boolean isProtected(InsurerPermit permit, InsuredNumber insured) {
        return database.sql(
                        "select count(*) > 0 from insured.address_hidden where insurer_number = ? and insured_number = ?")
                .params(permit.insurer().value(), insured.value())
                .query(Boolean.class)
                .single();
    }
}

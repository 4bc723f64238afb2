package kaigo.insured;

import java.util.List;
import kaigo.access.NotAboutAPerson;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 利用者の市町村: of which insurers an office's users are; of whom, and of how many, is told to nobody. */
@Component
public class UsersInsurers {

    private final JdbcClient database;

    public UsersInsurers(JdbcClient database) {
        this.database = database;
    }

    @NotAboutAPerson("which insurers, of none of the persons")
    public List<InsurerNumber> list(InstitutionId institution) {
        return database.sql("""
                select distinct insurer_number from insured.viewing
                where office_number = :number and :kind = 2 and ended_at is null order by insurer_number""")
                .param("number", institution.number())
                .param("kind", institution.kind().code())
                .query((row, n) -> new InsurerNumber(row.getString(1)))
                .list();
    }
}

package kaigo.identity;

import java.util.List;
import kaigo.shared.CareManagerNumber;
import kaigo.shared.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 介護支援専門員の一覧, for operators: who has which number where. The same number may stand at two offices; that is shown. */
@Component
public class CareManagers {

    private static final String ALL = """
            from (
                select a.care_manager_number, a.kind, a.number, a.login, a.display_name, a.active,
                    (select count(distinct (o.kind, o.number)) from identity.institution_account o
                        where o.care_manager_number = a.care_manager_number)::integer as offices
                from identity.institution_account a
                where a.care_manager_number is not null and (:only = '' or a.care_manager_number = :only)) as m
            left join participants.institution n on n.kind = m.kind and n.number = m.number
            where not :several or m.offices > 1""";

    private final JdbcClient database;

    public CareManagers(JdbcClient database) {
        this.database = database;
    }

    /** Which of them. @param only this number; empty: all. @param several only numbers that stand at more than one institution */
    public record Choice(String only, boolean several) {}

    public int count(Choice choice) {
        return database.sql("select count(*) " + ALL)
                .param("only", choice.only())
                .param("several", choice.several())
                .query(Integer.class)
                .single();
    }

    public List<CareManager> list(Choice choice, int offset, int limit) {
        return database.sql("select m.*, coalesce(n.name, '') as name " + ALL
                        + " order by m.care_manager_number, m.number, m.kind, m.login offset :offset limit :limit")
                .param("only", choice.only())
                .param("several", choice.several())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> new CareManager(
                        CareManagerNumber.of(row.getString("care_manager_number")),
                        new InstitutionId(
                                row.getInt("kind") == 1 ? InstitutionId.Kind.CLINIC : InstitutionId.Kind.OFFICE,
                                row.getString("number")),
                        row.getString("name"),
                        row.getString("login"),
                        row.getString("display_name"),
                        row.getBoolean("active"),
                        row.getInt("offices")))
                .list();
    }
}

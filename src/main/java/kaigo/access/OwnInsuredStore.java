package kaigo.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kaigo.shared.InstitutionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 保険者自身の被保険者: what its gate has to know of one of them, and who else has to do with the person. */
@Component
final class OwnInsuredStore {

    private final JdbcClient database;

    OwnInsuredStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param started 利用開始日 of the insurer is reached
     * @param applications 要介護認定履歴番号 of all applications, certified or not
     */
    record OwnFacts(boolean started, @Nullable LocalDate lostOn, Set<String> applications) {}

    /** None of somebody who is not insured there, or was deleted. */
    Optional<OwnFacts> find(InsurerPermit permit, PersonKey person, LocalDate today) {
        Set<String> applications = new HashSet<>(database.sql("""
                select history_no from certification.facts where insurer_number = ? and insured_number = ?""")
                .params(permit.insurer().value(), person.insured().value())
                .query(String.class)
                .list());
        return database.sql("""
                select i.started_on <= ? as started, p.lost_on from insured.facts p
                left join participants.insurer i on i.insurer_number = p.insurer_number
                where p.insurer_number = ? and p.insured_number = ?""")
                .params(today, permit.insurer().value(), person.insured().value())
                .query((row, n) -> new OwnFacts(
                        row.getBoolean("started"), row.getObject("lost_on", LocalDate.class), applications))
                .optional();
    }

    /**
     * An institution that has verified the person, by this card or by one of another insurer, or was asked for an opinion.
     *
     * @param viewableUntil 閲覧有効期限
     * @param filedOn 申請書提出日 of the newest 作成依頼 to it
     */
    record Related(
            InstitutionId institution,
            @Nullable LocalDate viewableUntil,
            @Nullable LocalDate filedOn) {}

    List<Related> listRelated(InsurerPermit permit, PersonKey person) {
        return database
                .sql("""
                select kind, number, max(viewable_until) as viewable_until, max(filed_on) as filed_on
                from (
                    select :office as kind, v.office_number as number, v.viewable_until, null::date as filed_on
                    from insured.viewing_facts v where v.insurer_number = :insurer and v.insured_number = :insured
                    union all
                    select :office, v.office_number, v.viewable_until, null from insured.same_person s
                    join insured.viewing_facts v on v.insurer_number = s.other_insurer and v.insured_number = s.other_insured
                    where s.insurer_number = :insurer and s.insured_number = :insured
                    union all
                    select o.issuer_kind::int, o.issuer_number, null, o.filed_on from opinion.facts o
                    where o.insurer_number = :insurer and o.insured_number = :insured) as r
                group by kind, number order by max(viewable_until) desc nulls last, number""")
                .param("office", InstitutionId.Kind.OFFICE.code())
                .param("insurer", permit.insurer().value())
                .param("insured", person.insured().value())
                .query((row, n) -> related(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** None for a number that is none: a 作成依頼 may name any ten signs, and nobody can sign in with them. */
    private static Optional<Related> related(ResultSet row) throws SQLException {
        LocalDate viewableUntil = row.getObject("viewable_until", LocalDate.class);
        LocalDate filedOn = row.getObject("filed_on", LocalDate.class);
        return InstitutionId.find(InstitutionId.Kind.ofCode(row.getInt("kind")), row.getString("number"))
                .map(institution -> new Related(institution, viewableUntil, filedOn));
    }
}

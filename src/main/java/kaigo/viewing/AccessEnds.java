package kaigo.viewing;

import java.time.LocalDate;
import kaigo.access.FilePermit;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Proposals;
import kaigo.shared.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Until when an institution may look at somebody, over the views by which the gate decides. */
@Component
class AccessEnds {

    private final JdbcClient database;
    private final Proposals proposals;

    AccessEnds(JdbcClient database, Proposals proposals) {
        this.database = database;
        this.proposals = proposals;
    }

    /** Nothing of somebody whom it may not know. */
    AccessEnd find(FilePermit permit, InstitutionId institution, LocalDate today) {
        if (!permit.shows(Kind.BANNER)) {
            return new AccessEnd(null, null);
        }
        return database.sql("""
                select
                    (select max(v.viewable_until) from (
                        select :insurer as insurer_number, :insured as insured_number
                        union all
                        select other_insurer, other_insured from insured.same_person
                        where insurer_number = :insurer and insured_number = :insured) as card
                    join insured.viewing_facts v using (insurer_number, insured_number)
                    where v.office_number = :number and :kind = 2),
                    (select max(filed_on) + :days from opinion.facts
                    where insurer_number = :insurer and insured_number = :insured
                        and issuer_kind = :kind::text and issuer_number = :number and filed_on + :days >= :today)""")
                .param("insurer", permit.insurer().value())
                .param("insured", permit.insured().value())
                .param("number", institution.number())
                .param("kind", institution.kind().code())
                .param("days", proposals.daysOfWindow())
                .param("today", today)
                .query((row, n) -> new AccessEnd(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .single();
    }
}

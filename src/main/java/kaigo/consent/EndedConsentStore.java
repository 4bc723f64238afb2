package kaigo.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kaigo.access.InsurerPermit;
import kaigo.consent.rules.Application;
import kaigo.consent.rules.EndedByRefusal;
import kaigo.consent.rules.LedgerLine;
import kaigo.shared.InsuredNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ledgers in which the form of an application says なし. */
@Component
class EndedConsentStore {

    private static final String REFUSED = """
            select q.insured_number, q.lost_on,
                coalesce(said.lines, '[]') as lines, coalesce(said.channels, '{}') as channels, coalesce(said.forms, '{}') as forms,
                (select coalesce(json_agg(c), '[]') from certification.facts c
                    where c.insurer_number = q.insurer_number and c.insured_number = q.insured_number) as applications
            from (
                select distinct e.insurer_number, e.insured_number, p.lost_on
                from consent.event e
                join insured.facts p on p.insurer_number = e.insurer_number and p.insured_number = e.insured_number
                where e.insurer_number = ? and e.insured_number > ? and e.act = 'REFUSE' and e.cert_history_no is not null
                order by e.insured_number limit ?) as q
            cross join lateral (
                select json_agg(c order by c.source) as lines, array_agg(c.channel order by c.source) as channels,
                    array_agg(c.cert_history_no order by c.source) as forms
                from consent.explained c
                where c.insurer_number = q.insurer_number and c.insured_number = q.insured_number) as said
            order by q.insured_number""";

    private final JdbcClient database;

    EndedConsentStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * The ledger of one insured, and what it rests on.
     *
     * @param channels of the lines, in their order
     * @param forms 要介護認定履歴番号 of the lines that a form says, likewise
     */
    record Ledger(
            InsuredNumber insured,
            List<LedgerLine> lines,
            String[] channels,
            @Nullable String[] forms,
            List<Application> applications,
            @Nullable LocalDate lostOn) {

        Optional<EndedConsent> ended(LocalDate day) {
            return EndedByRefusal.find(lines, applications, lostOn, day)
                    .map(ended -> new EndedConsent(
                            insured,
                            lines.get(ended.grant()).on(),
                            channels[ended.grant()],
                            String.valueOf(forms[ended.refusal()]),
                            lines.get(ended.refusal()).on()));
        }
    }

    /** Of persons behind a number, in the order of the numbers; a person who was deleted is none of them. */
    List<Ledger> listRefused(InsurerPermit permit, String after, int limit) {
        return database.sql(REFUSED)
                .params(permit.insurer().value(), after, limit)
                .query((row, n) -> ledger(row))
                .list();
    }

    private static Ledger ledger(ResultSet row) throws SQLException {
        return new Ledger(
                new InsuredNumber(row.getString("insured_number")),
                Course.lines(row.getString("lines")),
                (String[]) row.getArray("channels").getArray(),
                (String[]) row.getArray("forms").getArray(),
                Course.applications(row.getString("applications")),
                row.getObject("lost_on", LocalDate.class));
    }
}

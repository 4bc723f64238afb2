package kaigo.consent.load;

import java.util.List;
import kaigo.certification.load.CertificationTargets;
import kaigo.layout.Sequel;

/**
 * 台帳への記載: what the municipality's records say is held against what the ledger says of the same source, and the
 * difference is appended. A daily repeat differs in nothing and appends nothing (rulings 20).
 */
public final class ConsentSequels {

    private static final String APPEND = """
            with said as (
                select * from consent.said
                where origin = 'ORIGIN' and insurer_number = :insurer and insured_number = any(:persons)),
            held as (
                select distinct on (insured_number, source) * from consent.event
                where insurer_number = :insurer and insured_number = any(:persons) and source like 'ORIGIN/%'
                order by insured_number, source, revision desc),
            changed as (
                select coalesce(s.insured_number, h.insured_number) as insured_number,
                    coalesce(s.source, h.source) as source, coalesce(h.revision, 0) as held,
                    coalesce(h.act <> 'CORRECT', false) as corrects, s.act, s.acted_on, s.channel, s.cert_history_no,
                    s.filed_on, s.valid_from, s.valid_to, s.office_number, s.staff_id, h.acted_on as held_on,
                    h.channel as held_channel
                from said s full join held h on h.insured_number = s.insured_number and h.source = s.source
                where nullif(h.act, 'CORRECT') is distinct from s.act
                   or (s.act is not null and (h.acted_on, h.channel, h.cert_history_no, h.filed_on, h.valid_from,
                        h.valid_to, h.office_number, h.staff_id)
                    is distinct from (s.acted_on, s.channel, s.cert_history_no, s.filed_on, s.valid_from,
                        s.valid_to, s.office_number, s.staff_id)))
            insert into consent.event (insurer_number, insured_number, source, revision, act, acted_on, recorded_at,
                channel, recorded_by, cert_history_no, filed_on, valid_from, valid_to, office_number, staff_id)
            select :insurer, insured_number, source, held + 1, 'CORRECT', held_on, :at, held_channel, :by, null, null,
                null::date, null::date, null, null
            from changed where corrects
            union all
            select :insurer, insured_number, source, held + 1 + corrects::int, act, acted_on, :at, channel, :by,
                cert_history_no, filed_on, valid_from, valid_to, office_number, staff_id
            from changed where act is not null""";

    public static final List<Sequel> ALL = List.of(
            new Sequel(CertificationTargets.APPLICATION.table(), APPEND.replace("ORIGIN", "M08")),
            new Sequel(ConsentTarget.TARGET.table(), APPEND.replace("ORIGIN", "M09")));

    private ConsentSequels() {}
}

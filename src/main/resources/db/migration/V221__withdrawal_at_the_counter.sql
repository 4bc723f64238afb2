-- 撤回 at the municipality's own counter (rulings 24): heard on the platform, so that it ends the reading at once. When the
-- municipality's own system tells of it in M09 (経路 2), that is an echo, as of what an office has heard (経路 3).
create or replace view consent.said as
    select insurer_number, insured_number, 'M08' as origin, 'M08/' || history_no as source,
        case consent when '1' then 'GRANT' else 'REFUSE' end as act, coalesce(consent_on, applied_on) as acted_on,
        'APPLICATION' as channel, history_no as cert_history_no, applied_on as filed_on, null::date as valid_from,
        null::date as valid_to, null as office_number, null as staff_id
    from certification.application where deleted_at is null
    union all
    select insurer_number, insured_number, 'M09', 'M09/' || history_no,
        case consent_type when '1' then 'GRANT' when '2' then 'REFUSE' else 'WITHDRAW' end, consent_on,
        case route when '1' then 'APPLICATION' when '2' then 'INSURER' when '3' then 'OFFICE' else 'SETUP' end,
        cert_history_no, null, valid_from, valid_to, office_number, staff_id
    from consent.received r where deleted_at is null and not exists (
        select from consent.event e
        where e.insurer_number = r.insurer_number and e.insured_number = r.insured_number and e.source like 'HEARD/%'
          and (r.route = '3' and e.office_number = r.office_number or r.route = '2' and e.channel = 'INSURER')
          and e.acted_on = r.consent_on
          and e.act = case r.consent_type when '1' then 'GRANT' when '2' then 'REFUSE' else 'WITHDRAW' end);

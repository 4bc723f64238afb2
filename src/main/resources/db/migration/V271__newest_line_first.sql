-- The newest line of each source, found along the key of the ledger, read backwards: no look sorts what its key has in order.
create or replace view consent.explained as
    select e.insurer_number, e.insured_number, e.source, e.channel, e.recorded_at, e.cert_history_no, e.act, e.acted_on,
        e.valid_from, e.valid_to,
        case when e.source like 'HEARD/%' then e.recorded_at end as heard_at,
        e.cert_history_no is not null and e.channel in ('APPLICATION', 'SETUP') as by_form,
        coalesce(e.filed_on, a.applied_on) as filed_on
    from (
        select distinct on (insurer_number, insured_number, source) *
        from consent.event where act <> 'LAPSE'
        order by insurer_number desc, insured_number desc, source desc, revision desc) as e
    left join certification.application a on a.insurer_number = e.insurer_number
        and a.insured_number = e.insured_number and a.history_no = e.cert_history_no and a.deleted_at is null
    where e.act <> 'CORRECT';

-- What the gate decides by are those very lines.
create or replace view consent.facts as
    select insurer_number, insured_number, act, acted_on, valid_from, valid_to, heard_at, by_form, filed_on
    from consent.explained;

-- What the rooms publish for the gate: whether the person is there, insured.facts alone says. Each view used to ask that
-- anew, at each table; a look opened twenty-two tables where twelve are enough. Whoever reads these joins insured.facts.
drop view opinion.facts;
drop view consent.facts;
drop view certification.facts;

-- Applications and their ends, as far as consent and certification rest on them. 取下げ and 却下 have their day in the
-- progress (M10); without it the day of the record's decision, else of its filing counts.
create view certification.facts as
    select a.insurer_number, a.insured_number, a.history_no, a.applied_on as filed_on,
        coalesce(a.legal_application_type, a.application_type) = '1' as anew, a.certified_on,
        case when a.cert_status = '07' and a.care_level is distinct from '01' then a.valid_to end as valid_to,
        case
            when a.cert_status = '08' then coalesce(p.rejected_on, a.certified_on, a.applied_on)
            when a.cert_status in ('09', '10') then coalesce(p.withdrawn_on, a.certified_on, a.applied_on)
            when a.cert_status = '07' and a.care_level = '01' then coalesce(a.certified_on, a.applied_on)
        end as ended_on
    from certification.application a
    left join certification.progress p on p.insurer_number = a.insurer_number
        and p.insured_number = a.insured_number and p.history_no = a.history_no and p.deleted_at is null
    where a.deleted_at is null;
grant select on certification.facts to ${application};

-- What stands of the ledger: by_form means that the rule of the application form decides (rulings 19), for which filed_on
-- has to be known.
create view consent.facts as
    select e.insurer_number, e.insured_number, e.act, e.acted_on, e.valid_from, e.valid_to,
        case when e.source like 'HEARD/%' then e.recorded_at end as heard_at,
        e.cert_history_no is not null and e.channel in ('APPLICATION', 'SETUP') as by_form,
        coalesce(e.filed_on, a.applied_on) as filed_on
    from (
        select distinct on (insurer_number, insured_number, source) *
        from consent.event where act <> 'LAPSE'
        order by insurer_number, insured_number, source, revision desc) as e
    left join certification.application a on a.insurer_number = e.insurer_number
        and a.insured_number = e.insured_number and a.history_no = e.cert_history_no and a.deleted_at is null
    where e.act <> 'CORRECT';
grant select on consent.facts to ${application};

-- 主治医意見書作成依頼 that was received and not cancelled. When its application was decided, certification.facts says.
create view opinion.facts as
    select insurer_number, insured_number, history_no, issuer_kind, issuer_number, filed_on
    from opinion.request
    where cancelled_on is null and deleted_at is null;
grant select on opinion.facts to ${application};

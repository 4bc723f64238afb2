-- 判定の説明 (./kiban explain): from which rows the facts of the gate come. Numbers, days and codes only; nobody's name, no record.
create view insured.person_explained as
    select insurer_number, insured_number, deleted_at is null as present, lost_on from insured.person;
grant select on insured.person_explained to ${application};

create view insured.viewing_explained as
    select insurer_number, insured_number, office_number, verified_at, viewable_until, ended_at from insured.viewing;
grant select on insured.viewing_explained to ${application};

create view opinion.request_explained as
    select insurer_number, insured_number, history_no, issuer_kind, issuer_number, filed_on, requested_on, cancelled_on
    from opinion.request where deleted_at is null;
grant select on opinion.request_explained to ${application};

-- The rows of consent.facts, and where each comes from.
create view consent.explained as
    select e.insurer_number, e.insured_number, e.source, e.channel, e.recorded_at, e.cert_history_no, e.act, e.acted_on,
        e.valid_from, e.valid_to,
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
grant select on consent.explained to ${application};

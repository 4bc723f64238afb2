-- 包括同意の台帳: append-only. Of one source (what one record of the municipality says, or one act that the platform heard) the
-- last revision holds; a CORRECT says that the one before it does not stand. LAPSE is for the reader: the rule itself
-- computes the end of a consent from events and applications (rulings 18 to 21).
create table consent.event (
    insurer_number  text        not null,
    insured_number  text        not null,
    source          text        not null check (source ~ '^(M08|M09|HEARD|LAPSE)/'),
    revision        integer     not null check (revision > 0),
    act             text        not null check (act in ('GRANT', 'REFUSE', 'WITHDRAW', 'LAPSE', 'CORRECT')),
    acted_on        date        not null,
    recorded_at     timestamptz not null,
    channel         text        not null check (channel in ('APPLICATION', 'INSURER', 'OFFICE', 'SETUP', 'OWN_PAGE')),
    recorded_by     text        not null, -- a receipt of the municipality's, or an actor of the platform
    cert_history_no text,                 -- 要介護認定履歴番号 of the application whose form says so
    filed_on        date,                 -- its 申請日, where the record itself holds it
    valid_from      date,
    valid_to        date,
    office_number   text,
    staff_id        text,
    form_version    text,                 -- of the sentence that was read aloud
    spoken_by       text check (spoken_by in ('SELF', 'PROXY')),
    relation        text,
    primary key (insurer_number, insured_number, source, revision)
);
grant select, insert on consent.event to ${application};

drop view consent.said_in_application;

-- What the municipality's records say now. An office's consent comes back in M09 (経路 3) as it was told in P05: that is an
-- echo, not another act.
create view consent.said as
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
          and r.route = '3' and e.office_number = r.office_number and e.acted_on = r.consent_on
          and e.act = case r.consent_type when '1' then 'GRANT' when '2' then 'REFUSE' else 'WITHDRAW' end);
grant select on consent.said to ${application};

insert into consent.event (insurer_number, insured_number, source, revision, act, acted_on, recorded_at, channel,
    recorded_by, cert_history_no, filed_on, valid_from, valid_to, office_number, staff_id)
select s.insurer_number, s.insured_number, s.source, 1, s.act, s.acted_on, coalesce(a.registered_at, r.registered_at),
    s.channel, 'migration', s.cert_history_no, s.filed_on, s.valid_from, s.valid_to, s.office_number, s.staff_id
from consent.said s
left join certification.application a on s.origin = 'M08' and a.insurer_number = s.insurer_number
    and a.insured_number = s.insured_number and a.history_no = s.cert_history_no
left join consent.received r on s.origin = 'M09' and r.insurer_number = s.insurer_number
    and r.insured_number = s.insured_number and 'M09/' || r.history_no = s.source;

-- Facts for the gate (settled 13). What stands of the ledger: by_form means that the rule of the application form decides
-- (rulings 19), for which filed_on has to be known.
create view consent.facts as
    select e.insurer_number, e.insured_number, e.act, e.acted_on, e.valid_from, e.valid_to,
        case when e.source like 'HEARD/%' then e.recorded_at end as heard_at,
        e.cert_history_no is not null and e.channel in ('APPLICATION', 'SETUP') as by_form,
        coalesce(e.filed_on, a.applied_on) as filed_on
    from (
        select distinct on (insurer_number, insured_number, source) *
        from consent.event where act <> 'LAPSE'
        order by insurer_number, insured_number, source, revision desc) as e
    left join certification.application_shown a on a.insurer_number = e.insurer_number
        and a.insured_number = e.insured_number and a.history_no = e.cert_history_no
    where e.act <> 'CORRECT';
grant select on consent.facts to ${application};

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
    from certification.application_shown a
    left join certification.progress_shown p on p.insurer_number = a.insurer_number
        and p.insured_number = a.insured_number and p.history_no = a.history_no;
grant select on certification.facts to ${application};

create view insured.facts as
    select insurer_number, insured_number, lost_on from insured.person where deleted_at is null;
grant select on insured.facts to ${application};

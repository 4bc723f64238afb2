-- A decision of a day to come is told on that day, not when it was registered: then it is new.
create or replace view certification.changes as
    select p.insurer_number, p.insured_number, 'PROGRESS' as kind, p.registered_at as at, p.xmin as xid, d.day as open_from
    from certification.progress p
    cross join lateral (values (null), (certified_on), (rejected_on), (withdrawn_on)) d (day)
    where d.day is null or d.day > p.registered_at at time zone 'Asia/Tokyo'
    union all
    select insurer_number, insured_number, k.kind, s.at, s.xid, k.open_from
    from certification.application_steps s
    cross join lateral (values ('PROGRESS', s.progress, null), ('PROGRESS', s.progress, s.open_from),
        ('CERT_SURVEY', s.papers, coalesce(s.open_from, 'infinity')),
        ('DOCTOR_OPINION', s.papers, coalesce(s.open_from, 'infinity')),
        ('COMMITTEE_SHEET', s.sheet, coalesce(s.open_from, 'infinity'))) k (kind, changed, open_from)
    where k.changed
    union all
    select f.insurer_number, f.insured_number,
        case f.form_kind when '1' then 'CERT_SURVEY' when '2' then 'DOCTOR_OPINION' else 'COMMITTEE_SHEET' end,
        f.registered_at, f.xmin, coalesce(a.certified_on, 'infinity')
    from certification.form f
    left join certification.application a on a.insurer_number = f.insurer_number
        and a.insured_number = f.insured_number and a.history_no = f.history_no and a.deleted_at is null;

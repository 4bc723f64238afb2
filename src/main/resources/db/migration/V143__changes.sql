-- 更新の一覧: what the rooms publish of what is new. Each row is a change of one kind of information: when it was registered, and
-- by which transaction (xmin of the row it left). A kind stands here only if something changed that is shown of it: a viewer
-- who may not see a kind must not learn from another one that it changed.
-- open_from: before that day the kind is not shown to offices and clinics (rulings 3).
create view insured.changes as
    select insurer_number, insured_number, 'BANNER' as kind, registered_at as at, xmin as xid, null::date as open_from
    from insured.person;
grant select on insured.changes to ${application};

create view cards.changes as
    select insurer_number, insured_number, 'CARD' as kind, registered_at as at, xmin as xid, null::date as open_from
    from cards.insurance_card
    union all
    select insurer_number, insured_number, 'BURDEN_RATIO', registered_at, xmin, null from cards.burden_ratio
    union all
    select insurer_number, insured_number,
        case when cert_kind in ('01', '07') then 'BURDEN_LIMIT' else 'OTHER_REDUCTION' end, registered_at, xmin, null
    from cards.reduction;
grant select on cards.changes to ${application};

create view benefits.changes as
    select insurer_number, insured_number, 'HOME_MODIFICATION' as kind, registered_at as at, xmin as xid,
        null::date as open_from
    from benefits.home_modification
    union all
    select insurer_number, insured_number, 'EQUIPMENT_PURCHASE', registered_at, xmin, null from benefits.equipment_purchase;
grant select on benefits.changes to ${application};

create view life.changes as
    select insurer_number, insured_number, 'LIFE' as kind, registered_at as at, xmin as xid, null::date as open_from
    from life.evaluation;
grant select on life.changes to ${application};

create view careplan.changes as
    select insurer_number, insured_number,
        case when plan_kind = '4' then 'CP_FACILITY_' else 'CP_HOME_' end || t.n as kind, registered_at as at, p.xmin as xid,
        null::date as open_from
    from careplan.plan p cross join (values ('1'), ('2'), ('3')) t (n);
grant select on careplan.changes to ${application};

create view consent.changes as
    select insurer_number, insured_number, 'CONSENT_STATE' as kind, recorded_at as at, xmin as xid, null::date as open_from
    from consent.event;
grant select on consent.changes to ${application};

-- 申請: what it said in each version, by kind. The row that a version left in the history was written by the transaction of
-- the next one.
create view certification.application_versions as
    select insurer_number, insured_number, history_no, revision, registered_at, xmin as written_by, null::xid as replaced_by,
        null::timestamptz as replaced_at, certified_on,
        row(applied_on, application_type, cert_status, deleted_at is null)::text as progress,
        row(applied_on, surveyed_on, survey_place_kind, survey_place, sheets_revision, certified_on, deleted_at is null)::text
            as papers,
        row(applied_on, application_type, insured_category, specified_disease, judge_version, prev_care_level,
                prev_valid_from, prev_valid_to, primary_on, primary_result, primary_result_dementia, standard_minutes,
                minutes_meal, minutes_toilet, minutes_moving, minutes_hygiene, minutes_indirect, minutes_bpsd,
                minutes_training, minutes_medical, minutes_dementia, score1, score2, score3, score4, score5,
                warning_codes, stability, dementia_probability, estimated_benefit, care_level, certified_on, valid_from,
                valid_to, valid_months, committee_opinion, service_designation, committee_on, deleted_at is null)::text as sheet
    from certification.application
    union all
    select insurer_number, insured_number, history_no, revision, registered_at, null, xmin, replaced_at, certified_on,
        row(applied_on, application_type, cert_status, deleted_at is null)::text,
        row(applied_on, surveyed_on, survey_place_kind, survey_place, sheets_revision, certified_on, deleted_at is null)::text,
        row(applied_on, application_type, insured_category, specified_disease, judge_version, prev_care_level,
                prev_valid_from, prev_valid_to, primary_on, primary_result, primary_result_dementia, standard_minutes,
                minutes_meal, minutes_toilet, minutes_moving, minutes_hygiene, minutes_indirect, minutes_bpsd,
                minutes_training, minutes_medical, minutes_dementia, score1, score2, score3, score4, score5,
                warning_codes, stability, dementia_probability, estimated_benefit, care_level, certified_on, valid_from,
                valid_to, valid_months, committee_opinion, service_designation, committee_on, deleted_at is null)::text
    from certification.application_history;

-- A step leads from a version to the next one. The first version has none before it. Which transaction wrote that, it says
-- itself while it is the present one; later the ledger of consents does, whose first line on an application came with it.
create view certification.application_steps as
    select insurer_number, insured_number, history_no, next_certified_on as open_from, replaced_at as at,
        replaced_by as xid, progress <> next_progress as progress, papers <> next_papers as papers, sheet <> next_sheet as sheet
    from (
        select v.*, lead(certified_on) over w as next_certified_on, lead(progress) over w as next_progress,
            lead(papers) over w as next_papers, lead(sheet) over w as next_sheet
        from certification.application_versions v
        window w as (partition by insurer_number, insured_number, history_no order by revision)) s
    where replaced_at is not null
    union all
    select insurer_number, insured_number, history_no, certified_on, registered_at,
        coalesce(written_by, (select e.xmin from consent.event e where e.insurer_number = v.insurer_number
            and e.insured_number = v.insured_number and e.source = 'M08/' || v.history_no and e.revision = 1)),
        true, true, true
    from certification.application_versions v where revision = 1;

create view certification.changes as
    select insurer_number, insured_number, 'PROGRESS' as kind, registered_at as at, xmin as xid, null::date as open_from
    from certification.progress
    union all
    select insurer_number, insured_number, k.kind, s.at, s.xid, case when k.kind <> 'PROGRESS' then
        coalesce(s.open_from, 'infinity') end
    from certification.application_steps s
    cross join lateral (values ('PROGRESS', s.progress), ('CERT_SURVEY', s.papers), ('DOCTOR_OPINION', s.papers),
        ('COMMITTEE_SHEET', s.sheet)) k (kind, changed)
    where k.changed
    union all
    select f.insurer_number, f.insured_number,
        case f.form_kind when '1' then 'CERT_SURVEY' when '2' then 'DOCTOR_OPINION' else 'COMMITTEE_SHEET' end,
        f.registered_at, f.xmin, coalesce(a.certified_on, 'infinity')
    from certification.form f
    left join certification.application a on a.insurer_number = f.insurer_number
        and a.insured_number = f.insured_number and a.history_no = f.history_no and a.deleted_at is null;
grant select on certification.changes to ${application};

-- 第6表 サービス利用票 and 第7表 別表 (X02). Rows are added under a new sheets_revision and never changed.
create table careplan.slip (
    insurer_number text not null, insured_number text not null, plan_no text not null,
    sheets_revision integer not null, row_no smallint not null,
    target_month text not null, created_on date not null, filed_on date, care_level text not null, changed_level text,
    changed_on date, limit_units integer, limit_from date, limit_to date, short_stay_before integer,
    primary key (insurer_number, insured_number, plan_no, sheets_revision, row_no)
);
create table careplan.slip_line (
    insurer_number text not null, insured_number text not null, plan_no text not null,
    sheets_revision integer not null, row_no smallint not null,
    target_month text not null, start_time text, end_time text, content text not null, service_code text,
    office_number text, office_name text not null, equipment text, equipment_code text, planned text not null, done text,
    primary key (insurer_number, insured_number, plan_no, sheets_revision, row_no)
);
create table careplan.cost_month (
    insurer_number text not null, insured_number text not null, plan_no text not null,
    sheets_revision integer not null, row_no smallint not null,
    target_month text not null, created_on date not null, short_stay_before integer, short_stay_planned integer,
    short_stay_total integer,
    primary key (insurer_number, insured_number, plan_no, sheets_revision, row_no)
);
create table careplan.cost (
    insurer_number text not null, insured_number text not null, plan_no text not null,
    sheets_revision integer not null, row_no smallint not null,
    target_month text not null, line_kind text not null, office_name text, office_number text, content text,
    service_code text, equipment_code text, units integer, discount_rate integer, discounted_units integer, times integer,
    service_units integer, managed_units integer, kind_limit_over integer, kind_limit_within integer, limit_over integer,
    limit_within integer, unit_price integer, total_cost integer, benefit_rate integer, benefit integer,
    fixed_fee integer, own_share integer, own_whole integer,
    primary key (insurer_number, insured_number, plan_no, sheets_revision, row_no)
);
create table careplan.kind_limit (
    insurer_number text not null, insured_number text not null, plan_no text not null,
    sheets_revision integer not null, row_no smallint not null,
    target_month text not null, service_type text not null, limit_units integer not null, total_units integer not null,
    over_units integer not null,
    primary key (insurer_number, insured_number, plan_no, sheets_revision, row_no)
);
grant select, insert, update, delete
    on careplan.slip, careplan.slip_line, careplan.cost_month, careplan.cost, careplan.kind_limit to ${application};

-- A plan of somebody at home changes its 第6表 and 第7表 too.
create or replace view careplan.changes as
    select insurer_number, insured_number,
        case when plan_kind = '4' then 'CP_FACILITY_' else 'CP_HOME_' end || t.n as kind, registered_at as at, p.xmin as xid,
        null::date as open_from
    from careplan.plan p cross join (values ('1'), ('2'), ('3'), ('6'), ('7')) t (n)
    where plan_kind <> '4' or t.n < '4';

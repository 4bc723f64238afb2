-- LIFE情報 and registered care plans as received (X01, X02; layouts of our own).
create schema life;
create schema careplan;

-- LIFE情報 (X01): one evaluation of a form by an office
create table life.evaluation (
    insurer_number text not null, insured_number text not null, evaluation_month text not null,
    office_number text not null, form text not null, revision integer not null, registered_at timestamptz not null,
    deleted_at timestamptz, content_hash bytea not null, source_updated_at timestamptz not null, other_items jsonb,
    evaluated_on date not null, service_type text not null, care_level text, disability text, dementia text,
    household text, adl_meal text, adl_transfer text, adl_grooming text, adl_toilet text, adl_bathing text,
    adl_walking text, adl_stairs text, adl_dressing text, adl_bowel text, adl_bladder text, adl_total integer,
    height integer, weight integer, malnutrition_risk text, oral_feeding boolean, enteral_feeding boolean,
    parenteral_feeding boolean, food_form text, thickness text, intake integer, intake_staple integer,
    intake_side integer, needed_energy integer, needed_protein integer, provided_energy integer,
    provided_protein integer, pressure_ulcer text, denture text, choking text, dirty_teeth text, swollen_gums text,
    aspiration_pneumonia text, dementia_diagnosed text, dbd1 text, dbd2 text, dbd3 text, dbd4 text, dbd5 text,
    dbd6 text, dbd7 text, dbd8 text, dbd9 text, dbd10 text, dbd11 text, dbd12 text, dbd13 text, dbd_total integer,
    vitality_rising text, vitality_conversation text, vitality_meal text, vitality_toilet text,
    vitality_activity text, vitality_total integer,
    primary key (insurer_number, insured_number, evaluation_month, office_number, form)
);
create table life.evaluation_history (
    like life.evaluation,
    replaced_at timestamptz not null,
    primary key (insurer_number, insured_number, evaluation_month, office_number, form, revision)
);

-- ケアプラン (X02): 第1表
create table careplan.plan (
    insurer_number text not null, insured_number text not null, plan_no text not null, revision integer not null,
    registered_at timestamptz not null, deleted_at timestamptz, content_hash bytea not null,
    source_updated_at timestamptz not null, other_items jsonb, sheets_hash bytea not null,
    sheets_revision integer not null,
    plan_kind text not null, office_number text not null, author text, created_on date not null,
    first_created_on date, plan_from date not null, plan_to date, occasion text, cert_state text, care_level text,
    cert_valid_from date, cert_valid_to date, intention text not null, committee_opinion text, policy text not null,
    life_support_reason text, daily_activities text, other_than_weekly text, agreed_on date not null,
    primary key (insurer_number, insured_number, plan_no)
);
create table careplan.plan_history (
    like careplan.plan,
    replaced_at timestamptz not null,
    primary key (insurer_number, insured_number, plan_no, revision)
);

-- 第2表: rows are added under a new sheets_revision and never changed.
create table careplan.service (
    insurer_number text not null, insured_number text not null, plan_no text not null,
    sheets_revision integer not null, row_no smallint not null,
    need_no integer not null, need text not null, long_goal text, long_from date, long_to date, short_goal text,
    short_from date, short_to date, content text not null, insured boolean not null, service_kind text not null,
    service_type text, office_number text, office_name text, frequency text, service_from date, service_to date,
    primary key (insurer_number, insured_number, plan_no, sheets_revision, row_no)
);

-- 第3表: rows are added under a new sheets_revision and never changed.
create table careplan.week (
    insurer_number text not null, insured_number text not null, plan_no text not null,
    sheets_revision integer not null, row_no smallint not null,
    weekday text not null, start_time text not null, end_time text not null, content text not null,
    primary key (insurer_number, insured_number, plan_no, sheets_revision, row_no)
);

grant usage on schema life to ${application};
grant select, insert, update, delete on all tables in schema life to ${application};
grant usage on schema careplan to ${application};
grant select, insert, update, delete on all tables in schema careplan to ${application};

-- The records of every interface beside M01, as the municipality sent them last, and what they said before. The columns
-- are those of the layout files; fixed columns as in insured.person.
create schema cards;
create schema benefits;
create schema certification;
create schema consent;
create schema opinion;

-- 被保険者証 (M02)
create table cards.insurance_card (
    insurer_number text not null, insured_number text not null, history_no text not null,
    revision integer not null, registered_at timestamptz not null, deleted_at timestamptz,
    content_hash bytea not null, source_updated_at timestamptz not null, other_items jsonb,
    issued_on date not null, printed_insurer_number text not null, insurer_name text not null, care_level text,
    certified_on date, cert_valid_from date, cert_valid_to date, monthly_limit_units integer, limit_from date,
    limit_to date, type_limits1_service text, type_limits1_units integer, type_limits2_service text,
    type_limits2_units integer, type_limits3_service text, type_limits3_units integer, type_limits4_service text,
    type_limits4_units integer, type_limits5_service text, type_limits5_units integer, committee_opinion text,
    benefit_restrictions1_content text, benefit_restrictions1_from date, benefit_restrictions1_to date,
    benefit_restrictions2_content text, benefit_restrictions2_from date, benefit_restrictions2_to date,
    benefit_restrictions3_content text, benefit_restrictions3_from date, benefit_restrictions3_to date,
    care_managers1_office_number text, care_managers1_name text, care_managers1_filed_on date,
    care_managers2_office_number text, care_managers2_name text, care_managers2_filed_on date,
    care_managers3_office_number text, care_managers3_name text, care_managers3_filed_on date,
    facilities1_kind text, facilities1_name text, facilities1_entered_on date, facilities1_left_on date,
    facilities2_kind text, facilities2_name text, facilities2_entered_on date, facilities2_left_on date,
    certificate_type text not null, voided_on date,
    primary key (insurer_number, insured_number, history_no)
);
create table cards.insurance_card_history (
    like cards.insurance_card,
    replaced_at timestamptz not null,
    primary key (insurer_number, insured_number, history_no, revision)
);

-- 負担割合証 (M03)
create table cards.burden_ratio (
    insurer_number text not null, insured_number text not null, burden_year text not null,
    history_no text not null, revision integer not null, registered_at timestamptz not null,
    deleted_at timestamptz, content_hash bytea not null, source_updated_at timestamptz not null, other_items jsonb,
    issued_on date not null, ratio1 text not null, from1 date not null, to1 date not null, ratio2 text, from2 date,
    to2 date,
    primary key (insurer_number, insured_number, burden_year, history_no)
);
create table cards.burden_ratio_history (
    like cards.burden_ratio,
    replaced_at timestamptz not null,
    primary key (insurer_number, insured_number, burden_year, history_no, revision)
);

-- 減免減額認定証 (M04)
create table cards.reduction (
    insurer_number text not null, insured_number text not null, cert_kind text not null, history_no text not null,
    revision integer not null, registered_at timestamptz not null, deleted_at timestamptz,
    content_hash bytea not null, source_updated_at timestamptz not null, other_items jsonb,
    confirmation_no text, issued_on date not null, valid_from date not null, valid_to date not null,
    burden_stage text, food_facility integer, food_short integer, room_unit_private integer,
    room_unit_shared integer, room_private_welfare integer, room_private_health integer,
    room_shared_welfare integer, room_shared_health integer, benefit_rate integer, reduction_rate integer,
    reduces_burden boolean, reduces_food boolean, reduces_room boolean, special_reduction text,
    primary key (insurer_number, insured_number, cert_kind, history_no)
);
create table cards.reduction_history (
    like cards.reduction,
    replaced_at timestamptz not null,
    primary key (insurer_number, insured_number, cert_kind, history_no, revision)
);

-- 住宅改修費利用 (M05): one row per dwelling
create table benefits.home_modification (
    insurer_number text not null, insured_number text not null, history_no text not null,
    revision integer not null, registered_at timestamptz not null, deleted_at timestamptz,
    content_hash bytea not null, source_updated_at timestamptz not null, other_items jsonb,
    care_level text not null, address text not null, remaining integer not null, care_last_paid_on date,
    care_handrail boolean not null, care_step boolean not null, care_floor boolean not null,
    care_door boolean not null, care_toilet boolean not null, care_other boolean not null, prev_last_paid_on date,
    prev_handrail boolean not null, prev_step boolean not null, prev_floor boolean not null,
    prev_door boolean not null, prev_toilet boolean not null, prev_other boolean not null, reset_applied boolean,
    primary key (insurer_number, insured_number, history_no)
);
create table benefits.home_modification_history (
    like benefits.home_modification,
    replaced_at timestamptz not null,
    primary key (insurer_number, insured_number, history_no, revision)
);

-- 福祉用具購入費利用 (M06)
create table benefits.equipment_purchase (
    insurer_number text not null, insured_number text not null, history_no text not null,
    revision integer not null, registered_at timestamptz not null, deleted_at timestamptz,
    content_hash bytea not null, source_updated_at timestamptz not null, other_items jsonb,
    fiscal_year text not null, remaining integer not null, benefit_type text not null, purchased_on date not null,
    item_type text not null, item_name text, product_code text, price integer not null, paid_on date,
    primary key (insurer_number, insured_number, history_no)
);
create table benefits.equipment_purchase_history (
    like benefits.equipment_purchase,
    replaced_at timestamptz not null,
    primary key (insurer_number, insured_number, history_no, revision)
);

-- 要介護認定情報 (M07, M08): one 要介護認定履歴番号
create table certification.application (
    insurer_number text not null, insured_number text not null, history_no text not null,
    revision integer not null, registered_at timestamptz not null, deleted_at timestamptz,
    content_hash bytea not null, source_updated_at timestamptz not null, other_items jsonb,
    sheets_hash bytea not null, sheets_revision integer not null,
    prefecture text not null, applied_on date not null, application_type text not null, cert_status text not null,
    insured_category text not null, specified_disease text, applicant_name text, applicant_relation text,
    consent text not null, consent_on date, judge_version text, prev_care_level text, prev_valid_from date,
    prev_valid_to date, surveyed_on date, survey_place_kind text, survey_place text, surveyor text,
    surveyor_organisation text, primary_on date, primary_result text, primary_result_dementia text,
    standard_minutes integer, minutes_meal integer, minutes_toilet integer, minutes_moving integer,
    minutes_hygiene integer, minutes_indirect integer, minutes_bpsd integer, minutes_training integer,
    minutes_medical integer, minutes_dementia integer, score1 integer, score2 integer, score3 integer,
    score4 integer, score5 integer, warning_codes text, stability text, dementia_probability integer,
    estimated_benefit text, care_level text, certified_on date, valid_from date, valid_to date,
    valid_months integer, committee_opinion text, service_designation text, committee_on date, panel_no text,
    legal_application_type text,
    primary key (insurer_number, insured_number, history_no)
);
create table certification.application_history (
    like certification.application,
    replaced_at timestamptz not null,
    primary key (insurer_number, insured_number, history_no, revision)
);

-- 概況調査: rows are added under a new sheets_revision and never changed.
create table certification.overview (
    insurer_number text not null, insured_number text not null, history_no text not null,
    sheets_revision integer not null, row_no smallint not null,
    form_version text not null, survey_time text, surveyor_kana text, past_certification text,
    prev_certified_on date, prev_result text, name_kana text not null, name text not null, sex text not null,
    birth_date date, age integer, postal_code text, address text, phone text, family_postal_code text,
    family_address text, family_phone text, family_name text, family_relation text, service_use text not null,
    home_help integer, home_bathing integer, home_nursing integer, home_rehab integer, home_medical_advice integer,
    day_service integer, day_rehab integer, short_stay integer, short_stay_medical integer,
    specified_facility integer, nursing_multifunction integer, equipment_rental integer, equipment_sale integer,
    home_modification text, night_home_help integer, dementia_day_service integer, multifunction integer,
    dementia_group_home integer, local_specified_facility integer, local_welfare_facility integer,
    regular_visit integer, municipal_service text, other_home_service text, facility_kind text, facility_name text,
    facility_postal_code text, facility_address text, facility_phone text, household text, family_note text,
    housing_note text, facility_note text, equipment_note text,
    primary key (insurer_number, insured_number, history_no, sheets_revision, row_no)
);

-- 基本調査: rows are added under a new sheets_revision and never changed.
create table certification.basic (
    insurer_number text not null, insured_number text not null, history_no text not null,
    sheets_revision integer not null, row_no smallint not null,
    q1_1_2 boolean not null, q1_1_3 boolean not null, q1_1_4 boolean not null, q1_1_5 boolean not null,
    q1_1_6 boolean not null, q1_2_2 boolean not null, q1_2_3 boolean not null, q1_2_4 boolean not null,
    q1_2_5 boolean not null, q1_3 text not null, q1_4 text not null, q1_5 text not null, q1_6 text not null,
    q1_7 text not null, q1_8 text not null, q1_9 text not null, q1_10 text not null, q1_11 text not null,
    q1_12 text not null, q1_13 text not null, q2_1 text not null, q2_2 text not null, q2_3 text not null,
    q2_4 text not null, q2_5 text not null, q2_6 text not null, q2_7 text not null, q2_8 text not null,
    q2_9 text not null, q2_10 text not null, q2_11 text not null, q2_12 text not null, q3_1 text not null,
    q3_2 text not null, q3_3 text not null, q3_4 text not null, q3_5 text not null, q3_6 text not null,
    q3_7 text not null, q3_8 text not null, q3_9 text not null, q4_1 text not null, q4_2 text not null,
    q4_3 text not null, q4_4 text not null, q4_5 text not null, q4_6 text not null, q4_7 text not null,
    q4_8 text not null, q4_9 text not null, q4_10 text not null, q4_11 text not null, q4_12 text not null,
    q4_13 text not null, q4_14 text not null, q4_15 text not null, q5_1 text not null, q5_2 text not null,
    q5_3 text not null, q5_4 text not null, q5_5 text not null, q5_6 text not null, q6_1 boolean not null,
    q6_2 boolean not null, q6_3 boolean not null, q6_4 boolean not null, q6_5 boolean not null,
    q6_6 boolean not null, q6_7 boolean not null, q6_8 boolean not null, q6_9 boolean not null,
    q6_10 boolean not null, q6_11 boolean not null, q6_12 boolean not null, q7_1 text not null, q7_2 text not null,
    primary key (insurer_number, insured_number, history_no, sheets_revision, row_no)
);

-- 特記事項: rows are added under a new sheets_revision and never changed.
create table certification.note (
    insurer_number text not null, insured_number text not null, history_no text not null,
    sheets_revision integer not null, row_no smallint not null,
    block text not null, item_no text, text text not null,
    primary key (insurer_number, insured_number, history_no, sheets_revision, row_no)
);

-- 主治医意見書: rows are added under a new sheets_revision and never changed.
create table certification.opinion (
    insurer_number text not null, insured_number text not null, history_no text not null,
    sheets_revision integer not null, row_no smallint not null,
    form_version text not null, entered_on date not null, name text not null, name_kana text not null, sex text,
    birth_date date, age integer, postal_code text, address text, phone text, doctor_consent text,
    doctor_name text not null, institution_name text not null, institution_address text, institution_phone text,
    institution_fax text, last_examined_on date, times_made text, other_departments text,
    dept_internal boolean not null, dept_psychiatry boolean not null, dept_surgery boolean not null,
    dept_orthopaedics boolean not null, dept_neurosurgery boolean not null, dept_dermatology boolean not null,
    dept_urology boolean not null, dept_gynaecology boolean not null, dept_ophthalmology boolean not null,
    dept_ent boolean not null, dept_rehab boolean not null, dept_dental boolean not null,
    dept_other boolean not null, dept_other_text text, diagnoses1_name text, diagnoses1_onset text,
    diagnoses2_name text, diagnoses2_onset text, diagnoses3_name text, diagnoses3_onset text, stable text,
    unstable_text text, course_text text, treatment1 boolean not null, treatment2 boolean not null,
    treatment3 boolean not null, treatment4 boolean not null, treatment5 boolean not null,
    treatment6 boolean not null, treatment7 boolean not null, treatment8 boolean not null,
    treatment9 boolean not null, treatment10 boolean not null, treatment11 boolean not null,
    treatment12 boolean not null, disability text not null, dementia text not null, short_memory text not null,
    cognition text not null, conveying text not null, bpsd text, bpsd_hallucination boolean not null,
    bpsd_delusion boolean not null, bpsd_day_night boolean not null, bpsd_verbal boolean not null,
    bpsd_violence boolean not null, bpsd_resistance boolean not null, bpsd_wandering boolean not null,
    bpsd_fire boolean not null, bpsd_unclean boolean not null, bpsd_pica boolean not null,
    bpsd_sexual boolean not null, bpsd_other boolean not null, bpsd_other_text text, other_symptoms text,
    other_symptoms_text text, specialist text, specialist_text text, dominant_hand text, height integer,
    weight integer, weight_change text, amputation boolean not null, amputation_site text,
    paralysis_right_arm text, paralysis_left_arm text, paralysis_right_leg text, paralysis_left_leg text,
    paralysis_other text, paralysis_other_site text, weakness text, weakness_site text, contracture text,
    contracture_site text, joint_pain text, joint_pain_site text, ataxia_right_arm boolean not null,
    ataxia_left_arm boolean not null, ataxia_right_leg boolean not null, ataxia_left_leg boolean not null,
    ataxia_trunk_right boolean not null, ataxia_trunk_left boolean not null, pressure_ulcer text,
    pressure_ulcer_site text, other_skin text, other_skin_site text, outdoor_walking text, wheelchair text,
    aid_none boolean not null, aid_outdoors boolean not null, aid_indoors boolean not null, eating text not null,
    nutrition text, nutrition_text text, risk_incontinence boolean not null, risk_fall boolean not null,
    risk_mobility boolean not null, risk_pressure_ulcer boolean not null, risk_cardiopulmonary boolean not null,
    risk_housebound boolean not null, risk_motivation boolean not null, risk_wandering boolean not null,
    risk_malnutrition boolean not null, risk_swallowing boolean not null, risk_dehydration boolean not null,
    risk_infection boolean not null, risk_pain boolean not null, risk_other boolean not null, risk_other_text text,
    policy_text text, outlook text, need_home_doctor text not null, need_home_nursing text not null,
    need_home_dentist text not null, need_home_pharmacist text not null, need_home_rehab text not null,
    need_short_stay_medical text not null, need_dental_hygiene text not null, need_dietitian text not null,
    need_day_rehab text not null, need_health_facility text not null, need_medical_facility text not null,
    need_other text not null, need_other_text text, need_none boolean not null, care_blood_pressure text,
    care_feeding text, care_swallowing text, care_moving text, care_exercise text, care_other text,
    care_none boolean not null, infection text, infection_text text, remarks text, attachments boolean,
    primary key (insurer_number, insured_number, history_no, sheets_revision, row_no)
);

-- 要介護認定進捗 (M10)
create table certification.progress (
    insurer_number text not null, insured_number text not null, history_no text not null,
    revision integer not null, registered_at timestamptz not null, deleted_at timestamptz,
    content_hash bytea not null, source_updated_at timestamptz not null, other_items jsonb,
    applied_on date not null, application_type text not null, accepted_on date not null, survey_requested_on date,
    survey_done_on date, opinion_requested_on date, opinion_received_on date, primary_on date,
    committee_planned_on date, committee_on date, certified_on date, postponed_on date, postponed_reason text,
    withdrawn_on date, rejected_on date, cert_status text not null,
    primary key (insurer_number, insured_number, history_no)
);
create table certification.progress_history (
    like certification.progress,
    replaced_at timestamptz not null,
    primary key (insurer_number, insured_number, history_no, revision)
);

-- 包括同意 as received (M09)
create table consent.received (
    insurer_number text not null, insured_number text not null, history_no text not null,
    revision integer not null, registered_at timestamptz not null, deleted_at timestamptz,
    content_hash bytea not null, source_updated_at timestamptz not null, other_items jsonb,
    consent_type text not null, consent_on date not null, route text not null, cert_history_no text,
    office_number text, staff_id text, valid_from date not null, valid_to date,
    primary key (insurer_number, insured_number, history_no)
);
create table consent.received_history (
    like consent.received,
    replaced_at timestamptz not null,
    primary key (insurer_number, insured_number, history_no, revision)
);

-- 主治医意見書作成依頼 (M13): who was asked
create table opinion.request (
    insurer_number text not null, insured_number text not null, history_no text not null,
    issuer_kind text not null, issuer_number text not null, revision integer not null,
    registered_at timestamptz not null, deleted_at timestamptz, content_hash bytea not null,
    source_updated_at timestamptz not null, other_items jsonb,
    filed_on date not null, requested_on date not null, due_on date, cancelled_on date,
    primary key (insurer_number, insured_number, history_no, issuer_kind, issuer_number)
);
create table opinion.request_history (
    like opinion.request,
    replaced_at timestamptz not null,
    primary key (insurer_number, insured_number, history_no, issuer_kind, issuer_number, revision)
);

-- 給付実績の提供 (K01): which office served whom in which month
create table insured.service_use (
    insurer_number text not null, insured_number text not null, service_month text not null,
    claiming_office text not null, subcontracted_office text not null, service_type text not null,
    revision integer not null, registered_at timestamptz not null, deleted_at timestamptz,
    content_hash bytea not null, source_updated_at timestamptz not null, other_items jsonb,
    review_result text not null,
    primary key (insurer_number, insured_number, service_month, claiming_office, subcontracted_office, service_type)
);
create table insured.service_use_history (
    like insured.service_use,
    replaced_at timestamptz not null,
    primary key (insurer_number, insured_number, service_month, claiming_office, subcontracted_office, service_type, revision)
);

-- 事業所・医療機関: reference data, of no person.
create table participants.institution (
    number      text not null primary key,
    kind        smallint not null check (kind in (1, 2)), -- 1 医療機関コード, 2 事業所番号
    name        text not null,
    prefecture  text not null,
    address     text,
    phone       text,
    valid_from  date not null,
    valid_to    date
);
create table participants.institution_service (
    number       text not null references participants.institution,
    service_code text not null,
    valid_from   date not null,
    valid_to     date,
    primary key (number, service_code, valid_from)
);
grant select, insert, update, delete on participants.institution, participants.institution_service to ${application};
grant select, insert, update, delete on insured.service_use, insured.service_use_history to ${application};

grant usage on schema cards to ${application};
grant select, insert, update, delete on all tables in schema cards to ${application};
grant usage on schema benefits to ${application};
grant select, insert, update, delete on all tables in schema benefits to ${application};
grant usage on schema certification to ${application};
grant select, insert, update, delete on all tables in schema certification to ${application};
grant usage on schema consent to ${application};
grant select, insert, update, delete on all tables in schema consent to ${application};
grant usage on schema opinion to ${application};
grant select, insert, update, delete on all tables in schema opinion to ${application};

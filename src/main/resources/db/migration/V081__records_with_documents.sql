-- The records that name a document, and what they said before. Fixed columns as in insured.person.
create schema committee;

-- 帳票イメージ (M12)
create table certification.form (
    insurer_number text not null, insured_number text not null, history_no text not null, form_kind text not null,
    revision integer not null, registered_at timestamptz not null, deleted_at timestamptz,
    content_hash bytea not null, source_updated_at timestamptz not null, other_items jsonb,
    made_on date, file_name text, sha256 text not null, pages integer not null,
    primary key (insurer_number, insured_number, history_no, form_kind)
);
create table certification.form_history (
    like certification.form,
    replaced_at timestamptz not null,
    primary key (insurer_number, insured_number, history_no, form_kind, revision)
);

-- 認定審査会資料 (M11), of the insurer that holds the meeting
create table committee.material (
    insurer_number text not null, material_no text not null,
    revision integer not null, registered_at timestamptz not null, deleted_at timestamptz,
    content_hash bytea not null, source_updated_at timestamptz not null, other_items jsonb,
    sheets_hash bytea not null, sheets_revision integer not null,
    panel_no text not null, planned_at timestamptz not null, file_name text, sha256 text not null,
    pages integer not null, viewing text not null, open_from timestamptz not null, open_to timestamptz not null,
    primary key (insurer_number, material_no)
);
create table committee.material_history (
    like committee.material,
    replaced_at timestamptz not null,
    primary key (insurer_number, material_no, revision)
);

-- 案件: rows are added under a new sheets_revision and never changed. Of another insurer's case only the numbers stand here.
create table committee.material_case (
    insurer_number text not null, material_no text not null, sheets_revision integer not null, row_no smallint not null,
    case_order integer not null, case_insurer_number text not null, insured_number text not null,
    history_no text not null, start_page integer not null,
    primary key (insurer_number, material_no, sheets_revision, row_no)
);

-- 委員: rows are added under a new sheets_revision and never changed.
create table committee.material_member (
    insurer_number text not null, material_no text not null, sheets_revision integer not null, row_no smallint not null,
    member_id text not null,
    primary key (insurer_number, material_no, sheets_revision, row_no)
);

create index form_document on certification.form (insurer_number, sha256);
create index form_history_document on certification.form_history (insurer_number, sha256);
create index material_document on committee.material (insurer_number, sha256);
create index material_history_document on committee.material_history (insurer_number, sha256);

-- What the rooms of the records tell the room documents: which documents a record names, or has named.
create view documents.named as
    select insurer_number, sha256 from certification.form
    union all select insurer_number, sha256 from certification.form_history
    union all select insurer_number, sha256 from committee.material
    union all select insurer_number, sha256 from committee.material_history;

grant select, insert, update, delete on certification.form, certification.form_history to ${application};
grant usage on schema committee to ${application};
grant select, insert, update, delete on all tables in schema committee to ${application};
grant select on documents.named to ${application};

-- Room insured: 介護被保険者番号等情報 (M01-2.02) as the municipality sent it last, what it said before, and the link
-- to the PMHキー. マイナンバー is in no column: only its keyed hash, and while the key is being asked for, a sealed value
-- whose key lies in the received file outside the database.
create schema insured;

create table insured.person (
    insurer_number       text        not null,
    insured_number       text        not null check (insured_number ~ '^[0-9H][0-9]{9}$'),
    revision             integer     not null,
    registered_at        timestamptz not null,
    deleted_at           timestamptz,
    content_hash         bytea       not null,
    source_updated_at    timestamptz not null,
    name                 text        not null,
    name_kana            text        not null,
    alias_name           text,
    birth_date           date,
    birth_date_unknown   boolean     not null,
    birth_date_text      text,
    sex                  text        not null,
    postal_code          text,
    address              text        not null,
    address_detail       text,
    insured_category     text        not null,
    qualified_from       date        not null,
    qualified_reason     text,
    lost_on              date,
    lost_reason          text,
    residence_exception  text        not null,
    facility_insurer     text,
    address_municipality text,
    protection           boolean     not null,
    former_insured_number text,
    primary key (insurer_number, insured_number)
);

-- Every earlier state, written when a newer one replaces it.
create table insured.person_history (
    like insured.person,
    replaced_at timestamptz not null,
    primary key (insurer_number, insured_number, revision)
);

-- PMHキー連携: narrow, because it changes twice per person while person does not change at all.
-- state: 0 未依頼, 1 依頼中, 2 連携済, 3 中間サーバ未登録, 4 マイナンバー未設定, 5 その他のエラー, 6 適用除外, 7 確認できない
create table insured.link (
    insurer_number text        not null,
    insured_number text        not null,
    state          smallint    not null,
    error          text,
    receipt        bigint      not null,
    line           integer     not null,
    number_hmac    bytea,
    sealed_number  bytea,
    pmh_hmac       bytea,
    attempts       smallint    not null default 0,
    changed_at     timestamptz not null,
    next_try_at    timestamptz,
    note           text,
    primary key (insurer_number, insured_number)
);
create index link_waiting on insured.link (insurer_number, insured_number) where state = 1;
create index link_open_case on insured.link (insurer_number, insured_number) where state in (3, 4, 5);

-- Who asks for an insurer's keys: one lease for all its persons, because a lease per person would write each row once more.
create table insured.link_lane (
    insurer_number text        primary key,
    lease_until    timestamptz not null
);

-- HMAC(PMHキー) → the person's files (settled exception to "insurer first": it exists to cross insurers).
create table insured.pmh_directory (
    pmh_hmac       bytea not null,
    insurer_number text  not null,
    insured_number text  not null,
    primary key (pmh_hmac, insurer_number)
);

grant usage on schema insured to ${application};
grant select, insert, update, delete on all tables in schema insured to ${application};

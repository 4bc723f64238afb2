-- 事業所・医療機関のアカウント. Jobs are those that carry rights (職種; the official list is not public).
create table identity.institution_account (
    kind                smallint not null check (kind in (1, 2)), -- 1 医療機関コード, 2 事業所番号
    number              text     not null,
    login               text     not null check (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    display_name        text     not null,
    password_hash       text     not null,
    jobs                text[]   not null check (jobs <@ '{CARE_MANAGER,DOCTOR,MEDICAL_CLERK,OTHER}'),
    care_manager_number text     check (care_manager_number ~ '^[0-9]{8}$'),
    administrator       boolean  not null default false,
    demo                boolean  not null default false,
    active              boolean  not null default true,
    failed_tries        integer  not null default 0,
    locked_until        timestamptz,
    primary key (kind, number, login),
    check (not 'CARE_MANAGER' = any(jobs) or care_manager_number is not null) -- rulings 8
);
grant select, insert, update on identity.institution_account to ${application};

-- 利用者一覧: whom an office has verified (本人確認), and until when it may look (閲覧有効期限).
create table insured.viewing (
    insurer_number text        not null,
    insured_number text        not null,
    office_number  text        not null,
    verified_at    timestamptz not null,
    verified_by    text        not null,
    viewable_until date        not null,
    ended_at       timestamptz,           -- 利用終了, by the office itself
    primary key (insurer_number, insured_number, office_number)
);
create index viewing_of_office on insured.viewing (office_number, insurer_number, insured_number);
grant select, insert, update, delete on insured.viewing to ${application};

create view insured.viewing_facts as
    select insurer_number, insured_number, office_number, viewable_until from insured.viewing where ended_at is null;
grant select on insured.viewing_facts to ${application};

-- 主治医意見書作成依頼 that was received and not cancelled. Its application was decided or withdrawn on ended_on.
create view opinion.facts as
    select r.insurer_number, r.insured_number, r.history_no, r.issuer_kind, r.issuer_number, r.filed_on,
        coalesce(f.certified_on, f.ended_on) as ended_on
    from opinion.request_shown r
    left join certification.facts f on f.insurer_number = r.insurer_number and f.insured_number = r.insured_number
        and f.history_no = r.history_no
    where r.cancelled_on is null;
grant select on opinion.facts to ${application};

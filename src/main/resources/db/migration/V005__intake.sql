-- Room intake: what was received, how far it came, and what became of every record.
create schema intake;

-- 受付番号 {insurer}-{yyyyMMdd}-{6 digits}; stored as receipt = yyyyMMdd * 1000000 + number.
create table intake.receipt_counter (
    insurer_number text    not null,
    day            date    not null,
    last           integer not null,
    primary key (insurer_number, day)
);

create table intake.file (
    insurer_number text        not null,
    receipt        bigint      not null,
    interface      text        not null,
    version        text        not null,
    process        text        not null check (process in ('I', 'D', 'R', 'T')),
    target_date    date        not null,
    created_at     timestamptz not null,
    sequence       integer     not null,
    name           text,
    -- The received bytes lie sealed in the data folder under this name until every record is final.
    sealed_id      uuid        not null,
    form           text        not null check (form in ('CSV', 'NDJSON')),
    sha256         bytea       not null,
    bytes          bigint      not null,
    records        integer     not null,
    received_at    timestamptz not null,
    received_by    text        not null,
    -- 10 受付済, 20 処理中, 25 PMHキー発行中, 30 正常, 31 警告, 39 エラー, 90 受付エラー
    status         smallint    not null,
    refused        text,
    done           integer     not null default 0,
    normal         integer     not null default 0,
    warned         integer     not null default 0,
    failed         integer     not null default 0,
    linking        integer     not null default 0,
    lease_until    timestamptz,
    attempts       integer     not null default 0,
    finished_at    timestamptz,
    primary key (insurer_number, receipt)
);
create unique index file_once on intake.file (insurer_number, sha256) where status <> 90;
create index file_open on intake.file (insurer_number, interface, created_at, sequence) where status in (10, 20);

-- One row per insurer and order group; whoever holds it FOR UPDATE writes that group's records.
create table intake.lane (
    insurer_number text not null,
    order_group    text not null,
    primary key (insurer_number, order_group)
);

-- The newest 作成日時 that was applied per run (処理区分 and 基準日/処理対象日).
create table intake.run (
    insurer_number text        not null,
    order_group    text        not null,
    process        text        not null,
    target_date    date        not null,
    newest         timestamptz not null,
    primary key (insurer_number, order_group, process, target_date)
);

-- P01: one row per record. findings: JSON array of [error id, item, parameters...]; never a value.
create table intake.result (
    insurer_number text        not null,
    receipt        bigint      not null,
    line           integer     not null,
    insured_number text,
    history_no     text,
    update_type    text,
    status         smallint    not null,
    link_state     smallint,
    findings       text,
    at             timestamptz not null,
    primary key (insurer_number, receipt, line)
) with (fillfactor = 90); -- room on each page for the second state of M01 records

grant usage on schema intake to ${application};
grant select, insert, update, delete on all tables in schema intake to ${application};

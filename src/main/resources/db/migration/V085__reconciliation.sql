-- 月次突合 (Q01; proposed, ours): what a municipality states that it holds, compared with what is registered.

-- The statements, until they are compared. Key parts that an interface does not have are empty, so that they join.
create table intake.stated (
    insurer_number text    not null,
    receipt        bigint  not null,
    interface      text    not null,
    line           integer not null,
    insured_number text    not null,
    history_no     text    not null,
    rest_key       text    not null,
    content_hash   bytea   not null,
    primary key (insurer_number, receipt, interface, line)
);

-- One comparison: the files of a 処理区分 and 基準日/処理対象日 up to the moment it was asked for. receipt: its first file.
create table intake.reconciliation (
    insurer_number text        not null,
    receipt        bigint      not null,
    process        text        not null,
    target_date    date        not null,
    asked_at       timestamptz not null,
    asked_by       text        not null,
    compared_at    timestamptz,
    primary key (insurer_number, receipt)
);
create index reconciliation_open on intake.reconciliation (asked_at) where compared_at is null;

create table intake.reconciled_file (
    insurer_number text   not null,
    receipt        bigint not null,
    reconciliation bigint not null,
    primary key (insurer_number, receipt)
);
create index reconciled_file_together on intake.reconciled_file (insurer_number, reconciliation);

create table intake.reconciliation_count (
    insurer_number text    not null,
    reconciliation bigint  not null,
    interface      text    not null,
    agreed         integer not null,
    only_insurer   integer not null,
    only_platform  integer not null,
    other_content  integer not null,
    primary key (insurer_number, reconciliation, interface)
);

-- What differs. Rows are neither changed nor removed: audit entries point to them.
create table intake.difference (
    insurer_number text     not null,
    reconciliation bigint   not null,
    number         integer  not null,
    interface      text     not null,
    -- 1 保険者のみ, 2 基盤のみ, 3 内容不一致
    kind           smallint not null check (kind in (1, 2, 3)),
    insured_number text     not null,
    history_no     text     not null,
    rest_key       text     not null,
    primary key (insurer_number, reconciliation, number)
);
create index difference_shown on intake.difference (insurer_number, reconciliation, interface, kind, number);

grant select, insert, delete on intake.stated to ${application};
grant select, insert, update on intake.reconciliation to ${application};
grant select, insert on intake.reconciled_file, intake.reconciliation_count, intake.difference to ${application};

-- What the load of every interface needs beside M01.

-- Parts B, C … of a set; part A is sealed_id.
alter table intake.file add column part_ids uuid[] not null default '{}';
-- Records of the file that wait for their M01 (status 21).
alter table intake.file add column waiting integer not null default 0;
-- Key parts beside 被保険者番号 and 履歴番号, joined by a slash.
alter table intake.result add column rest_key text;

-- M01待ち: records whose person is not registered yet, in the order in which they came. ready: the M01 has come.
create table intake.waiting (
    insurer_number text        not null,
    order_group    text        not null,
    receipt        bigint      not null,
    line           integer     not null,
    insured_number text        not null,
    record         bytea       not null,
    ready          boolean     not null,
    until          timestamptz not null,
    primary key (insurer_number, order_group, receipt, line)
);
create index waiting_person on intake.waiting (insurer_number, insured_number);
create index waiting_ready on intake.waiting (insurer_number, order_group, receipt) where ready;
create index waiting_until on intake.waiting (insurer_number, until);

grant select, insert, update, delete on intake.waiting to ${application};

-- Room rollout: how far the 初期セットアップ of each insurer is. Concerns no person.
create schema rollout;

create table rollout.setup (
    insurer_number text primary key,
    state          text not null check (state in ('PREPARING', 'BASE_DATE_FIXED', 'LOADING', 'COUNTS_AGREED', 'START_FIXED')),
    base_date      date,
    starts_on      date
);

-- 前提条件 that are met.
create table rollout.precondition (
    insurer_number text        not null,
    precondition   text        not null,
    met_by         text        not null,
    met_at         timestamptz not null,
    primary key (insurer_number, precondition)
);

-- What was done, in its order; rows are added only.
create table rollout.event (
    insurer_number text        not null,
    number         integer     not null,
    what           text        not null,
    day            date,
    by_whom        text        not null,
    at             timestamptz not null,
    primary key (insurer_number, number)
);

-- 市町村側の件数: what the municipality counted in its own system.
create table rollout.own_count (
    insurer_number text    not null,
    interface      text    not null,
    records        integer not null check (records >= 0),
    primary key (insurer_number, interface)
);

grant usage on schema rollout to ${application};
grant select, insert, update, delete on all tables in schema rollout to ${application};
revoke update, delete on rollout.event from ${application};

-- 基準日 of the 初期セットアップ: files of 処理区分 I carry it. Null: any.
alter table participants.insurer add column base_date date;

-- Room participants: who takes part, since when. Reference data: small, stands alone.
create schema participants;

create table participants.insurer (
    insurer_number      text    primary key check (insurer_number ~ '^[0-9]{6}$'),
    name                text    not null,
    prefecture          text    not null,
    link_method         text    not null default 'FILE' check (link_method in ('API', 'FILE')),
    -- 初期セットアップ is taken from load_from on, 日次 from daily_from on, offices read from started_on on.
    load_from           date,
    daily_from          date,
    started_on          date,
    -- Test insurers carry dummy numbers such as 123456, which fail the check digit.
    check_digit         boolean not null default true,
    outside_jis_x_0213  text    not null default 'MARK' check (outside_jis_x_0213 in ('MARK', 'REFUSE')),
    accepted_versions   text[]  not null default '{2.02}'
);

-- A municipality belongs to one insurer at a time; a 広域連合 runs several municipalities.
create table participants.municipality (
    local_government_code text not null check (local_government_code ~ '^[0-9]{6}$'),
    valid_from            date not null,
    valid_to              date,
    name                  text not null,
    prefecture            text not null,
    insurer_number        text not null references participants.insurer,
    primary key (local_government_code, valid_from)
);

grant usage on schema participants to ${application}, ${auditor};
grant select, insert, update, delete on all tables in schema participants to ${application};

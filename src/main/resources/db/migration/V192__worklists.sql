-- 利用者一覧の方に関する変化: whoever stands in an office's list and has something new, until the worklists have followed. Written in
-- the transaction of what is new; only added to, so that nobody waits for anybody.
create table insured.listed_change (
    insurer_number text not null,
    insured_number text not null,
    id             uuid not null default gen_random_uuid(),
    primary key (insurer_number, insured_number, id)
);
grant select, insert, delete on insured.listed_change to ${application};

-- Who stands in a list already is looked at once.
insert into insured.listed_change (insurer_number, insured_number)
    select distinct insurer_number, insured_number from insured.viewing where ended_at is null;

create schema viewing;
grant usage on schema viewing to ${application};

-- 前回の閲覧: up to when an office has seen a tab of a person on the screen, or since when it knows the person. What changed on a
-- day is marked all that day: the marks compare with base, the last look of an earlier day.
create table viewing.last_look (
    insurer_number   text        not null,
    insured_number   text        not null,
    office_number    text        not null,
    tab              text        not null,
    seen_at          timestamptz not null,
    seen_transaction bigint      not null,
    base_at          timestamptz not null,
    base_transaction bigint      not null,
    primary key (insurer_number, insured_number, office_number, tab)
);
grant select, insert, update, delete on viewing.last_look to ${application};

-- 利用者一覧の仕事: whom a list of an office is about, as the rule said when something was new. Decided again when it is shown.
create table viewing.worklist (
    insurer_number text not null,
    insured_number text not null,
    office_number  text not null,
    list           text not null,
    valid_from     date not null,          -- of 負担割合: the July before its August; else -infinity
    valid_to       date not null,          -- infinity: until it is done
    primary key (insurer_number, insured_number, office_number, list, valid_from)
);
create index worklist_of_office on viewing.worklist (office_number, list, insurer_number, insured_number);
grant select, insert, delete on viewing.worklist to ${application};

-- 送付箱: what waits for a municipality, written with the act that it tells of. Numbers of an insurer have no gap and follow
-- the order of the commits, so that whoever has seen one has seen all before it.
create schema outbox;
create table outbox.last_number (
    insurer_number text   primary key,
    number         bigint not null
);
create table outbox.item (
    insurer_number text        not null,
    number         bigint      not null,
    interface_id   text        not null,
    insured_number text        not null,
    record         text        not null, -- items by code, JSON; a re-fetch gives the same bytes
    put_at         timestamptz not null,
    fetched_at     timestamptz,          -- for the first time
    primary key (insurer_number, number)
);
grant usage on schema outbox to ${application};
grant select, insert, update on outbox.last_number to ${application};
grant select, insert, update (fetched_at) on outbox.item to ${application};

-- 同意を確認できない: an office's own note; opens nothing, goes nowhere.
create table consent.unconfirmed (
    insurer_number text        not null,
    insured_number text        not null,
    office_number  text        not null,
    noted_at       timestamptz not null,
    noted_by       text        not null,
    reason         text        not null check (length(reason) between 1 and 200),
    primary key (insurer_number, insured_number, office_number, noted_at)
);
grant select, insert on consent.unconfirmed to ${application};

alter table consent.event
    drop constraint event_channel_check,
    add constraint event_channel_check check (channel in ('APPLICATION', 'INSURER', 'OFFICE', 'SETUP', 'OWN_PAGE', 'RULE')),
    add constraint event_relation_check check (relation in ('SPOUSE', 'CHILD', 'OTHER_RELATIVE', 'GUARDIAN', 'OTHER')),
    add check (source not like 'HEARD/%' or form_version is not null or act = 'WITHDRAW'),
    add check ((spoken_by = 'PROXY') = (relation is not null));

-- 失効の記載: until which day the daily job has looked at an insurer.
create table consent.lapse_run (
    insurer_number text primary key,
    day            date not null
);
grant select, insert, update on consent.lapse_run to ${application};

-- 閲覧有効期限 follows accepted claims (rulings 29).
create index viewing_ending on insured.viewing (viewable_until);

-- Room accesslog: 閲覧の記録. Where in the audit stream an entry of a person, an insurer or an institution stands. The entries
-- themselves stand in audit.entry alone; these rows only find them, and can be made again from it at any time.
create schema accesslog;

-- How far each stream was followed.
create table accesslog.mark (
    stream smallint primary key,
    number bigint   not null check (number >= 0)
);
insert into accesslog.mark (stream, number) values (1, 0), (2, 0);

-- tried: nothing of the person left. For the insurer's eyes, never for the person's.
create table accesslog.of_person (
    insurer_number text        not null,
    insured_number text        not null,
    at             timestamptz not null,
    stream         smallint    not null,
    number         bigint      not null,
    tried          boolean     not null,
    primary key (insurer_number, insured_number, at, stream, number)
);

create table accesslog.of_insurer (
    insurer_number text        not null,
    at             timestamptz not null,
    stream         smallint    not null,
    number         bigint      not null,
    primary key (insurer_number, at, stream, number)
);

-- kind: 1 医療機関コード, 2 事業所番号. login: of the account that looked, or that was changed.
create table accesslog.of_institution (
    kind        smallint    not null check (kind in (1, 2)),
    institution text        not null,
    at          timestamptz not null,
    stream      smallint    not null,
    number      bigint      not null,
    login       text        not null,
    primary key (kind, institution, at, stream, number)
);
create index of_institution_login on accesslog.of_institution (kind, institution, login, at, stream, number);

-- Which numbers the entries of a day in Japan have: for the operator, who reads all of them.
create table accesslog.of_day (
    day          date     not null,
    stream       smallint not null,
    first_number bigint   not null,
    last_number  bigint   not null,
    primary key (day, stream)
);

-- 調査の印 (proposed, ours): while one is in force, the looks of the insurer's own staff at this person are kept from the
-- person. Rows are added; only their end is written later.
create table accesslog.inquiry (
    insurer_number text        not null,
    insured_number text        not null,
    number         integer     not null check (number > 0),
    covers_from    date        not null,
    ends_on        date        not null,
    reference      text        not null check (length(reference) between 1 and 40),
    opened_at      timestamptz not null,
    opened_by      text        not null,
    ended_at       timestamptz,
    ended_by       text,
    primary key (insurer_number, insured_number, number),
    check (covers_from <= ends_on)
);

grant usage on schema accesslog to ${application}, ${auditor};
grant select on all tables in schema accesslog to ${application}, ${auditor};
grant insert on all tables in schema accesslog to ${application};
grant update on accesslog.mark, accesslog.of_day, accesslog.inquiry to ${application};

-- What an audit entry points to instead of naming 100,000 persons (docs/decisions/0009): whose numbers stand in a result file
-- (of a receipt), in the list of a day's errors (receipts of that day), in the list of a comparison's differences.
create view intake.listed_person as
    select 'RESULT' as list, r.insurer_number, r.receipt, r.at, r.insured_number
    from intake.result r where r.insured_number is not null
    union all
    select 'DAY', r.insurer_number, r.receipt, r.at, r.insured_number
    from intake.file f
    join intake.result r on r.insurer_number = f.insurer_number and r.receipt = f.receipt
    where r.status = 39 and f.process <> 'T' and r.insured_number is not null
    union all
    select 'RECONCILIATION', d.insurer_number, d.reconciliation, null, d.insured_number
    from intake.difference d where d.insured_number <> '';
grant select on intake.listed_person to ${application};

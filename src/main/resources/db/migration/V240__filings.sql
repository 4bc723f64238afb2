-- 送付箱: what became of an item, for the room that put it in.
create view outbox.state as
    select i.insurer_number, i.number, i.fetched_at, a.answer, a.reason, a.remark, a.answered_at, a.written_by
    from outbox.item i
    left join lateral (
        select answer, reason, remark, answered_at, xmin as written_by from outbox.answer a
        where a.insurer_number = i.insurer_number and a.number = i.number
        order by a.revision desc limit 1) a on true;
grant select on outbox.state to ${application};

-- 受け付ける電子送付: an insurer that is not ready for something (rulings 36). Without a row it takes it from its 利用開始日 on.
create table outbox.reception (
    insurer_number text        not null,
    interface_id   text        not null,
    takes_from     date,                    -- null: not known yet
    set_at         timestamptz not null,
    set_by         text        not null,
    primary key (insurer_number, interface_id)
);
grant select, insert, update, delete on outbox.reception to ${application};

-- Room filing: 計画作成依頼届出.
create schema filing;
grant usage on schema filing to ${application};

create table filing.last_number (
    insurer_number text    primary key,
    number         integer not null
);
grant select, insert, update on filing.last_number to ${application};

create table filing.submission (
    insurer_number  text        not null,
    number          integer     not null,   -- 届出番号
    insured_number  text        not null,
    kind            text        not null check (kind in ('CARE_PLAN', 'PREVENTIVE_PLAN', 'PREVENTIVE_MANAGEMENT')),
    ends            boolean     not null,   -- 廃止
    filed_by        text        not null,   -- the office that filed
    office_number   text        not null,   -- the office that is named
    delegate_number text,                   -- 委託先
    filed_on        date        not null,
    changed_on      date,
    change_reason   text        not null,
    former_number   integer,                -- the one that it corrects or ends
    sent_at         timestamptz not null,
    sent_by         text        not null,
    item_number     bigint      not null,   -- in the 送付箱
    form            text        not null,   -- names the form: sent again, it files nothing new
    primary key (insurer_number, number),
    check (not ends or former_number is not null)
);
create unique index submission_of_person on filing.submission (insurer_number, insured_number, form);
create unique index submission_of_item on filing.submission (insurer_number, item_number);
grant select, insert on filing.submission to ${application};

-- What is new, as the other rooms publish it (V143).
create view filing.changes as
    select insurer_number, insured_number, 'FILING' as kind, sent_at as at, xmin as xid, null::date as open_from
    from filing.submission
    union all
    select s.insurer_number, s.insured_number, 'FILING', o.answered_at, o.written_by, null
    from filing.submission s
    join outbox.state o on o.insurer_number = s.insurer_number and o.number = s.item_number
    where o.answered_at is not null;
grant select on filing.changes to ${application};

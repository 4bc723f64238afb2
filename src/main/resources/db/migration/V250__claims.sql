-- 主治医意見書作成料の請求: what an institution claims for a letter that it sent. Nothing of it is changed: what corrects or cancels it follows.
create table opinion.last_claim (
    insurer_number text    primary key,
    number         integer not null
);
grant select, insert, update on opinion.last_claim to ${application};

create table opinion.claim (
    insurer_number text    not null,
    number         integer not null,        -- 請求書番号
    letter         uuid    not null,
    primary key (insurer_number, number),
    unique (insurer_number, letter),
    foreign key (insurer_number, letter) references opinion.letter
);
grant select, insert on opinion.claim to ${application};

create table opinion.claim_version (
    insurer_number text        not null,
    number         integer     not null,
    version        integer     not null,
    act            text        not null check (act in ('CLAIM', 'CORRECT', 'CANCEL')),
    items          text        not null,    -- as typed, by code of P03, JSON
    form           text        not null,    -- names the form: sent again, it claims nothing new
    sent_at        timestamptz not null,
    sent_by        text        not null,
    item_number    bigint      not null,    -- in the 送付箱
    primary key (insurer_number, number, version),
    foreign key (insurer_number, number) references opinion.claim
);
grant select, insert on opinion.claim_version to ${application};

-- 意見書作成料の表 of an insurer, which stands before the usual one; upper bounds of points, none at first.
create table opinion.fee_table (
    insurer_number text        not null,
    valid_from     date        not null,
    fees           text        not null,    -- JSON
    set_at         timestamptz not null,
    set_by         text        not null,
    primary key (insurer_number, valid_from)
);
grant select, insert, update, delete on opinion.fee_table to ${application};

-- 紙で受領: the municipality has the opinion on paper, so nobody waits for it any more (rulings 39).
create table opinion.on_paper (
    insurer_number text        not null,
    insured_number text        not null,
    requested_on   date        not null,
    issuer_kind    smallint    not null check (issuer_kind in (1, 2)),
    issuer_number  text        not null,
    received_on    date        not null,
    marked_at      timestamptz not null,
    marked_by      text        not null,
    primary key (insurer_number, insured_number, requested_on, issuer_kind, issuer_number)
);
grant select, insert, delete on opinion.on_paper to ${application};

-- 依頼された意見書 (M13) that nobody has decided without: neither cancelled nor of an application that is over.
create view opinion.open_request as
    select r.insurer_number, r.insured_number, r.history_no, r.issuer_kind::smallint as issuer_kind, r.issuer_number,
        r.filed_on, r.requested_on, r.due_on
    from opinion.request_shown r
    where r.cancelled_on is null and not exists (
        select from certification.facts c where c.insurer_number = r.insurer_number
            and c.insured_number = r.insured_number and c.history_no = r.history_no
            and (c.certified_on is not null or c.ended_on is not null));
grant select on opinion.open_request to ${application};

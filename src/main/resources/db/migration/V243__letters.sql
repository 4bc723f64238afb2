-- 主治医意見書 that are written here: who writes which for whom. Nothing of the person is known but what was typed (rulings 38).
create table opinion.letter (
    insurer_number text        not null,
    letter         uuid        not null,
    insured_number text        not null,
    requested_on   date        not null,    -- 意見書作成依頼日
    issuer_kind    smallint    not null check (issuer_kind in (1, 2)),
    issuer_number  text        not null,
    begun_at       timestamptz not null,
    begun_by       text        not null,
    primary key (insurer_number, letter)
);
create unique index letter_of_request on opinion.letter (insurer_number, insured_number, requested_on, issuer_kind, issuer_number);
create index letter_of_issuer on opinion.letter (issuer_kind, issuer_number, letter);
grant select, insert on opinion.letter to ${application};

-- Its versions: the newest is worked on, what was sent stays as it was.
create table opinion.letter_version (
    insurer_number text        not null,
    letter         uuid        not null,
    version        integer     not null,
    items          text        not null,    -- as typed, by code, JSON
    saved          integer     not null,    -- how often: whoever saves tells which one he saw
    saved_at       timestamptz not null,
    saved_by       text        not null,
    confirmed_at   timestamptz,
    confirmed_by   text,
    sent_at        timestamptz,
    sent_by        text,
    item_number    bigint,                  -- in the 送付箱
    primary key (insurer_number, letter, version),
    foreign key (insurer_number, letter) references opinion.letter,
    check ((sent_at is null) = (item_number is null) and (sent_at is null or confirmed_at is not null))
);
grant select, insert, update on opinion.letter_version to ${application};

-- Room operations: what an operator has asked for. Holds nobody's record.
create schema operations;

-- 監査記録の検証: each that was asked for, one at a time. A lease that has run out is another server's to take.
create table operations.chain_verification (
    id          uuid        primary key,
    asked_at    timestamptz not null,
    asked_by    text        not null,
    state       smallint    not null check (state in (0, 1, 2, 3)), -- waiting, running, done, given up
    attempts    smallint    not null default 0,
    lease_until timestamptz,
    ended_at    timestamptz,
    verified    bigint      not null default 0,   -- entries so far
    entries     bigint      not null default 0    -- of how many
);
create unique index chain_verification_under_way on operations.chain_verification ((state < 2)) where state < 2;
create index chain_verification_newest on operations.chain_verification (asked_at desc);

-- What was found in each stream.
create table operations.chain_found (
    verification uuid     not null references operations.chain_verification,
    stream       smallint not null,
    entries      bigint   not null,
    heads        integer  not null,
    unanchored   bigint   not null,
    fault        text,    -- what shows first, null if nothing does
    number       bigint,  -- where
    told         text,    -- all that is known of it
    primary key (verification, stream),
    check ((fault is null) = (number is null) and (fault is null) = (told is null))
);
grant usage on schema operations to ${application};
grant select, insert, update on operations.chain_verification to ${application};
grant select, insert on operations.chain_found to ${application};

-- 送付箱: what waits, by insurer, however much was fetched long ago.
create index item_waiting on outbox.item (insurer_number, put_at) where fetched_at is null;

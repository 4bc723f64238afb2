-- Room identity: staff accounts of municipalities, client certificates of their systems.
create schema identity;

create table identity.account (
    insurer_number text        not null,
    login          text        not null check (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    display_name   text        not null,
    password_hash  text        not null,
    demo           boolean     not null default false,
    active         boolean     not null default true,
    failed_tries   integer     not null default 0,
    locked_until   timestamptz,
    primary key (insurer_number, login)
);

create table identity.client_certificate (
    insurer_number text        not null,
    fingerprint    text        not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    subject        text        not null,
    not_after      timestamptz not null,
    revoked_at     timestamptz,
    demo           boolean     not null default false,
    primary key (insurer_number, fingerprint)
);

grant usage on schema identity to ${application};
grant select, insert, update on all tables in schema identity to ${application};

-- Room audit. The application may add and read, never change or remove: there is no grant for it.
create schema audit;

-- One look, one act or one run of a job. Key: stream and number (settled exception to "insurer first").
-- hash = SHA-256(hash of the number before || canonical bytes of this row), see docs/audit-events.md.
create table audit.entry (
    stream         smallint    not null,
    number         bigint      not null check (number > 0),
    at             timestamptz not null,
    request_id     text        not null,
    event          text        not null,
    actor          text        not null,
    insurer_number text,
    subjects       text[]      not null,
    detail         text        not null,
    hash           bytea       not null check (octet_length(hash) = 32),
    primary key (stream, number)
);

grant usage on schema audit to ${application}, ${auditor};
grant select, insert on audit.entry to ${application};
grant select on audit.entry to ${auditor};

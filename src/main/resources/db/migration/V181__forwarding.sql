-- Room forwarding: how far each stream of the audit was sent to another machine.
create schema forwarding;
create table forwarding.mark (
    stream smallint primary key,
    number bigint   not null check (number >= 0)
);
grant usage on schema forwarding to ${application};
grant select, insert, update on forwarding.mark to ${application};

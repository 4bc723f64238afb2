-- Client certificates of offices and clinics too: whom one names, e.g. insurer:442012, office:4400100014, clinic:4410100011.
alter table identity.client_certificate rename column insurer_number to holder;
update identity.client_certificate set holder = 'insurer:' || holder;
alter table identity.client_certificate
    add check (holder ~ '^(insurer:[0-9]{6}|office:[0-9A-Z]{10}|clinic:[0-9]{10})$');

-- A clinic that is an office by law (みなし指定) has the same ten digits twice.
alter table participants.institution_service add column kind smallint;
update participants.institution_service s set kind = i.kind from participants.institution i where i.number = s.number;
alter table participants.institution_service
    drop constraint institution_service_pkey,
    drop constraint institution_service_number_fkey,
    add primary key (number, kind, service_code, valid_from);
alter table participants.institution
    drop constraint institution_pkey,
    add primary key (number, kind);
alter table participants.institution_service
    add foreign key (number, kind) references participants.institution (number, kind);

-- サインイン of an institution's software: two opaque tokens, of which only hashes stand here, for one certificate. The
-- refresh token turns with each use; whoever shows the one before it ends them all.
create table identity.institution_session (
    id            uuid        primary key,
    kind          smallint    not null,
    number        text        not null,
    login         text        not null,
    fingerprint   text        not null,
    credential    bytea       not null, -- digest of the password's hash: a new password ends the session
    access_hash   bytea       not null unique,
    access_until  timestamptz not null,
    refresh_hash  bytea       not null unique,
    spent_hash    bytea       unique,
    refresh_until timestamptz not null,
    ended_at      timestamptz,
    foreign key (kind, number, login) references identity.institution_account
);
create index institution_session_of_account on identity.institution_session (kind, number, login);
create index institution_session_old on identity.institution_session (refresh_until);
grant select, insert, update, delete on identity.institution_session to ${application};

-- 本人確認の失敗: counted for each office, to limit guesses.
create table insured.failed_check (
    office_number text        not null,
    at            timestamptz not null,
    request_id    text        not null,
    primary key (office_number, at, request_id)
);
grant select, insert, delete on insured.failed_check to ${application};

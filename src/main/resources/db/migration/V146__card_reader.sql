-- マイナンバーカードの読取り (docs/card-reader.md; proposed, ours): whose reader may assert that a card was read, and for what.
create table identity.card_reader (
    office_number text        not null,
    reader        text        not null check (reader ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
    public_key    bytea       not null, -- SubjectPublicKeyInfo, EC P-256
    registered_at timestamptz not null,
    revoked_at    timestamptz,
    primary key (office_number, reader)
);
grant select, insert, update on identity.card_reader to ${application};

-- 読取りの要求: once, by the one who asked, for a short time.
create table identity.card_challenge (
    nonce_hash    bytea       primary key, -- SHA-256
    office_number text        not null,
    login         text        not null,
    fingerprint   text        not null,
    expires_at    timestamptz not null,
    used_at       timestamptz
);
create index card_challenge_of_office on identity.card_challenge (office_number, expires_at);
grant select, insert, update, delete on identity.card_challenge to ${application};

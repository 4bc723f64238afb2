-- サインイン of institutions by screen: where a one-time code goes, and passkeys instead of it.
alter table identity.institution_account
    add column mail text check (mail ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(mail) <= 254);

-- An owner is named as in the audit entries, e.g. office:4400100014/cm; the handle stands for it in the authenticator.
create table identity.passkey_owner (
    owner  text  primary key,
    handle bytea not null unique
);
create table identity.passkey (
    credential_id   bytea       primary key,
    owner           text        not null references identity.passkey_owner,
    public_key      bytea       not null, -- COSE
    attestation     bytea       not null, -- as the authenticator gave it
    client_data     bytea       not null,
    signature_count bigint      not null,
    backup_eligible boolean     not null,
    backed_up       boolean     not null,
    transports      text[]      not null,
    label           text        not null check (length(label) between 1 and 40),
    created_at      timestamptz not null,
    used_at         timestamptz
);
create index passkey_of_owner on identity.passkey (owner);
grant select, insert on identity.passkey_owner to ${application};
grant select, insert, update, delete on identity.passkey to ${application};

-- 事業所ユーザ, 管理者, 一般 of an institution. The 事業所ユーザ (KJ and 12 digits, at most one) registers the first 管理者 and reads
-- nobody's record; a 管理者 (column administrator) looks after the others and gains no right to data by it.
alter table identity.institution_account
    drop constraint institution_account_login_check,
    add column bootstrap     boolean     not null default false,
    add column initial_until timestamptz,                   -- until when a password that was handed over may be used; null: its owner chose it
    add column generation    integer     not null default 0, -- a change by somebody else ends whatever is signed in
    add column signed_in_at  timestamptz,
    add constraint institution_account_login_check
        check (login ~ case when bootstrap then '^KJ[0-9]{12}$' else '^[a-z0-9][a-z0-9._-]{1,39}$' end),
    add check (not bootstrap or (not administrator and jobs = '{}'));
create unique index institution_account_bootstrap on identity.institution_account (kind, number) where bootstrap;
create index institution_account_care_manager on identity.institution_account (care_manager_number)
    where care_manager_number is not null;

-- 画面のサインイン of institutions: what one sees of one's own, and may end. The id stands in the session, which only the
-- container has: no browser gets it, but for naming one to be ended.
create table identity.screen_session (
    id         uuid        primary key,
    kind       smallint    not null,
    number     text        not null,
    login      text        not null,
    generation integer     not null, -- the account's: whatever changes it ends the sign-in
    started_at timestamptz not null,
    used_at    timestamptz not null, -- to the minute
    foreign key (kind, number, login) references identity.institution_account
);
create index screen_session_of_account on identity.screen_session (kind, number, login);
grant select, insert, update, delete on identity.screen_session to ${application};

-- サインイン without a certificate. Of an account: what its owner sees, and may end. The id stands in the session, which only
-- the container has: no browser gets it, but for naming one to be ended.
create table identity.staff_session (
    insurer_number text        not null,
    login          text        not null,
    id             uuid        not null,
    generation     integer     not null, -- the account's: whatever changes it ends the sign-in
    started_at     timestamptz not null,
    used_at        timestamptz not null, -- to the minute
    primary key (insurer_number, login, id),
    foreign key (insurer_number, login) references identity.account
);
grant select, insert, update, delete on identity.staff_session to ${application};

-- Of the insured, under the first of the person's files: the newest alone, which ended the one before.
create table identity.person_session (
    insurer_number text not null,
    insured_number text not null,
    id             uuid not null,
    primary key (insurer_number, insured_number)
);
grant select, insert, update on identity.person_session to ${application};

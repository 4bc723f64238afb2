-- Wrong tries of one 接続元 on one account shut out that 接続元 only: nobody keeps somebody else out by guessing.
create table identity.wrong_try (
    insurer_number text        not null,
    login          text        not null,
    network        text        not null check (length(network) <= 45),
    tries          integer     not null,
    last_at        timestamptz not null,
    primary key (insurer_number, login, network),
    foreign key (insurer_number, login) references identity.account (insurer_number, login)
);
grant select, insert, update, delete on identity.wrong_try to ${application};

-- The account itself is locked only by what comes from everywhere within an hour.
alter table identity.account add column failed_since timestamptz;

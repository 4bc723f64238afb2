-- 証明書の期限のお知らせ: which administrator was told at which step (90, 60, 30, 14, 7 days) of which certificate's end. The row is
-- written in the transaction in which the mail is handed over: a mail that failed is tried again.
create table identity.certificate_warning (
    holder      text        not null,
    fingerprint text        not null,
    days        smallint    not null check (days in (90, 60, 30, 14, 7)),
    login       text        not null,
    told_at     timestamptz not null,
    primary key (holder, fingerprint, days, login),
    foreign key (holder, fingerprint) references identity.client_certificate (holder, fingerprint)
);
grant select, insert on identity.certificate_warning to ${application};
create index client_certificate_ending on identity.client_certificate (not_after) where revoked_at is null;

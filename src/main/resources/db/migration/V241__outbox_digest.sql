-- 送付箱のお知らせ: where a municipality wants to be told by mail, once a day, that something waits. The day is written in the
-- transaction in which the mail is handed over: a mail that failed is tried again.
create table outbox.digest (
    insurer_number text        primary key,
    address        text        not null check (address ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(address) <= 254),
    told_on        date,
    set_at         timestamptz not null,
    set_by         text        not null
);
grant select, insert, update, delete on outbox.digest to ${application};

-- 利用者一覧のお知らせ: who of an office wants to be told by mail, once a day, that its worklists hold somebody. The day is written in
-- the transaction in which the mail is handed over: a mail that failed is tried again.
create table viewing.notice (
    office_number text        not null,
    login         text        not null,
    told_on       date,
    set_at        timestamptz not null,
    primary key (office_number, login)
);
grant select, insert, update, delete on viewing.notice to ${application};

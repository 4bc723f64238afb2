-- 登録結果（P01）も送付箱に: that every record of a reception has its result. It is about a reception, not about a person.
alter table outbox.item
    alter column insured_number drop not null,
    add column receipt text,
    add column quiet boolean not null default false, -- nobody has anything to do: no mail, and not among what waits
    add constraint item_about_check check ((insured_number is null) <> (receipt is null));
create unique index item_of_receipt on outbox.item (insurer_number, receipt) where receipt is not null;
drop index outbox.item_waiting;
create index item_waiting on outbox.item (insurer_number, put_at) where fetched_at is null and not quiet;

-- 取りやめた下書き: begun with a wrong number, say; nothing of it was ever sent.
alter table opinion.letter add column dropped_at timestamptz, add column dropped_by text,
    add column settled_item bigint; -- 対応済み: a 差戻し, by its number in the 送付箱, that is not waited for any more
drop index opinion.letter_of_request;
create unique index letter_of_request
    on opinion.letter (insurer_number, insured_number, requested_on, issuer_kind, issuer_number) where dropped_at is null;
grant update (dropped_at, dropped_by, settled_item) on opinion.letter to ${application};

-- 差し戻された意見書: how many of an institution's letters the municipality has sent back, in their newest version.
create view opinion.returned as
    select l.issuer_kind, l.issuer_number, count(*) as letters
    from opinion.letter l
    cross join lateral (select * from opinion.letter_version v where v.insurer_number = l.insurer_number
        and v.letter = l.letter order by v.version desc limit 1) v
    join outbox.state o on o.insurer_number = l.insurer_number and o.number = v.item_number
    where o.answer = 'RETURNED' and l.dropped_at is null and l.settled_item is distinct from v.item_number
        and not exists (select from opinion.on_paper p where p.insurer_number = l.insurer_number
            and p.insured_number = l.insured_number and p.requested_on = l.requested_on
            and p.issuer_kind = l.issuer_kind and p.issuer_number = l.issuer_number)
    group by 1, 2;
grant select on opinion.returned to ${application};

-- メールのお知らせ: also of clinics, whose letters may come back.
alter table viewing.notice add column office_kind smallint not null default 2 check (office_kind in (1, 2));
alter table viewing.notice drop constraint notice_pkey, add primary key (office_kind, office_number, login);

-- 利用開始を待つ控え (rulings 27): an office waits for a municipality to start, with a reference of its own. Nobody of ours.
create table participants.start_note (
    office_number  text        not null,
    id             uuid        not null,
    insurer_number text        not null check (insurer_number ~ '^[0-9]{6}$'),
    reference      text        not null check (length(reference) between 1 and 40),
    noted_at       timestamptz not null,
    noted_by       text        not null,
    primary key (office_number, id)
);
grant select, insert, delete on participants.start_note to ${application};

-- 期限前の再確認 (rulings 29): the last month whose claim was accepted, so that a list needs no look at the claims.
alter table insured.viewing add column claimed_month date;

update insured.viewing v set claimed_month = c.month
from (
    select u.insurer_number, u.insured_number, o.office_number, max(to_date(u.service_month, 'YYYYMM')) as month
    from insured.service_use_shown u
    cross join lateral (values (u.claiming_office), (u.subcontracted_office)) o (office_number)
    where u.review_result = '1'
    group by 1, 2, 3) c
where c.insurer_number = v.insurer_number and c.insured_number = v.insured_number and c.office_number = v.office_number;

-- served_in: the first day of the last month in which the office was with the person, as far as is known.
create or replace view insured.viewing_facts as
    select insurer_number, insured_number, office_number, viewable_until,
        greatest(date_trunc('month', verified_at at time zone 'Asia/Tokyo'), claimed_month)::date as served_in
    from insured.viewing where ended_at is null;

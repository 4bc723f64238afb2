-- What a day to come will tell of an application: the days of its present versions, which nobody is told before.
create view certification.opening as
    select insurer_number, insured_number, certified_on as day from certification.application
    where deleted_at is null and certified_on is not null
    union all
    select p.insurer_number, p.insured_number, d.day from certification.progress p
    cross join lateral (values (certified_on), (rejected_on), (withdrawn_on)) d (day)
    where p.deleted_at is null and d.day is not null;
grant select on certification.opening to ${application};

-- Whoever stands in a list, and of whom such a day was registered already.
insert into insured.listed_change (insurer_number, insured_number)
    select distinct v.insurer_number, v.insured_number from insured.viewing v
    join certification.opening o on o.insurer_number = v.insurer_number and o.insured_number = v.insured_number
    where v.ended_at is null and o.day > (now() at time zone 'Asia/Tokyo')::date;

-- 送った給付実績: the newest of a prefecture, without a walk through all that its insurers ever sent.
create index file_of_claims on intake.file (received_at) where interface = 'K01';

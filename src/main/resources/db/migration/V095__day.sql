-- 今日の連携: which failed records of a day still have to be mended.

-- Records that were refused and not mended since. A row goes when a later record of its key is registered, or the same line
-- of the file sent again. A part of the key that the interface has not, or that could not be read, is empty.
create table intake.unmended (
    insurer_number text    not null,
    receipt        bigint  not null,
    line           integer not null,
    order_group    text    not null,
    insured_number text    not null,
    history_no     text    not null,
    rest_key       text    not null,
    -- When and by whom (the actor as the audit stream names it) it was said that nothing has to be sent any more.
    handled_at     timestamptz,
    handled_by     text,
    primary key (insurer_number, receipt, line)
);
create index unmended_key on intake.unmended (insurer_number, order_group, insured_number);

-- What was refused before this table was there counts as not mended.
insert into intake.unmended
select r.insurer_number, r.receipt, r.line, case f.interface when 'M07' then 'M08' else f.interface end,
       coalesce(r.insured_number, ''), coalesce(r.history_no, ''), coalesce(r.rest_key, '')
from intake.result r
join intake.file f on f.insurer_number = r.insurer_number and f.receipt = r.receipt
where r.status = 39 and f.process <> 'T' and r.findings ~ '"E[1-46-9]';

-- A registered record whose PMHキー could not be got is to do as long as its person's link waits for staff.
create view intake.failed_record as
select r.insurer_number, r.receipt, r.line, r.insured_number, r.history_no, r.findings,
       (u.line is not null and u.handled_at is null) or l.line is not null as to_do
from intake.file f
join intake.result r on r.insurer_number = f.insurer_number and r.receipt = f.receipt
left join intake.unmended u
    on u.insurer_number = r.insurer_number and u.receipt = r.receipt and u.line = r.line
left join insured.link l
    on l.insurer_number = r.insurer_number and l.insured_number = r.insured_number
    and l.receipt = r.receipt and l.line = r.line and l.state in (3, 4, 5)
where r.status = 39 and f.process <> 'T';

grant select, insert, update, delete on intake.unmended to ${application};
grant select on intake.failed_record to ${application};
